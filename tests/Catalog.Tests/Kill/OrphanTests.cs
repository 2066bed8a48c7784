using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Kill;

/// <summary>
/// A kill between writing a poster and storing its event leaves an unused file. It is found by the row written before the file. The test creates this
/// state by deleting the event's row from the stopped database.
/// </summary>
public sealed class OrphanTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Orphan_poster_is_removed_at_start() =>
        (await OrphansAsync("DELETE FROM events")).ShouldBeEmpty();

    [Fact]
    public async Task Control_without_the_row_the_file_stays() =>
        (await OrphansAsync("DELETE FROM events", "DELETE FROM posters")).Count.ShouldBe(1);

    private async Task<IReadOnlyList<string>> OrphansAsync(params string[] damage)
    {
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        await using var silo = await SiloProcess.StartAsync(settings);
        await new BatchSender(silo, SeededRandom.Create(output)).SendAsync(Workload.Batches(new Random(1), site, 1, 1)[0], kill: false);
        (await Kept.ReadAsync(silo, 1)).PosterFiles.Count.ShouldBe(1);
        await silo.KillAsync();
        foreach (var sql in damage)
            (await StoppedSilo.ExecuteAsync(settings, sql)).ShouldBe(1);
        await silo.RestartAsync();
        return [.. (await Kept.ReadAsync(silo, 0)).Orphans];
    }
}
