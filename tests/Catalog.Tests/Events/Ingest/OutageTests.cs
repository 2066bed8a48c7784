using Actors.Catalog.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Actors.Catalog.Tests.Events.Ingest;

/// <summary>While rows can be read but not written, requests fail as documented and can be repeated later.</summary>
public sealed class OutageTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Fact]
    public async Task While_writes_fail_results_are_503_and_uploads_500()
    {
        var known = catalogue.Event();
        await catalogue.PostAsync("/scraperCatalog/upload", known);
        var (first, second) = (catalogue.Event(), catalogue.Event());

        await using (await LockedAsync())
        {
            var answers = await Task.WhenAll(
                catalogue.PostAsync("/scraper/results", Catalogue.Batch(first, known)),
                catalogue.PostAsync("/scraperCatalog/upload/batch", Catalogue.Batch(second)));

            answers.Select(a => a.Status).ShouldBe([503, 500]);
            answers[1].Body.ToJsonString().ShouldBe("""{"detail":"failed to process batch"}""");
            (await catalogue.GetAsync($"/catalog/events?id={known["uuid"]}")).Status.ShouldBe(200);
        }

        (await catalogue.PostAsync("/scraper/results", Catalogue.Batch(first, second))).Body["sent"]!.GetValue<int>().ShouldBe(2);
    }

    /// <summary>Another program holds the file's write lock until this is disposed.</summary>
    private async Task<SqliteConnection> LockedAsync()
    {
        var file = Path.Combine(catalogue.Silo.Settings.DataDir, "actors.db");
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return other;
    }
}
