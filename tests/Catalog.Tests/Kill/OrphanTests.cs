using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Kill;

/// <summary>
/// A kill between a poster's file and its event leaves a file that no event shows. It is found by the row that was written before
/// the file; the test makes the moment certain by taking the event's row out of the stopped database.
/// </summary>
public sealed class OrphanTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_poster_whose_event_was_never_stored_is_gone_after_the_next_start() =>
        (await OrphansAsync("DELETE FROM events")).ShouldBeEmpty();

    [Fact]
    public async Task Without_the_row_written_before_it_the_file_would_stay() =>
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
