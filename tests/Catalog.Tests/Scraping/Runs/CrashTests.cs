using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A run that is killed goes on where it was: nothing is lost, nothing that was recorded is sent twice.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Events = 13, PerPage = 5, Batch = 4;

    [Fact]
    public async Task Wherever_a_run_is_killed_once_it_ends_with_everything_sent()
    {
        var places = await Places();
        for (var place = 0; place < places; place++)
        {
            var bench = new RunBench(Events, PerPage, Batch);
            bench.Crashes.Arm(place);
            await Should.ThrowAsync<CrashException>(bench.RunAsync);
            bench.Crashes.Disarm();
            await bench.GoOnAsync();
            Check(bench, crashes: 1, $"killed at place {place} of {places}");
        }
    }

    [Fact]
    public async Task Twenty_random_kills_lose_nothing()
    {
        var random = SeededRandom.Create(output);
        var bench = new RunBench(Events * 16, PerPage, Batch);
        var kills = 0;
        while (kills < 20 && await Killed(bench, random.Next(60)))
            kills++;
        bench.Crashes.Disarm();
        kills.ShouldBe(20, "the run must be long enough for all of them");
        await bench.GoOnAsync();
        Check(bench, kills, $"{kills} kills", Events * 16);
    }

    [Fact]
    public async Task Without_the_stored_work_a_kill_loses_events()
    {
        var lost = 0;
        for (var place = 0; place < await Places(); place++)
        {
            var bench = new RunBench(Events, PerPage, Batch);
            bench.Store.Journal = false;
            bench.Crashes.Arm(place);
            await Should.ThrowAsync<CrashException>(bench.RunAsync);
            bench.Crashes.Disarm();
            await bench.GoOnAsync();
            lost += Events - bench.Intake.Created.Count;
        }
        lost.ShouldBePositive("the guard is off, so the kill must be seen");
    }

    private static async Task<bool> Killed(RunBench bench, int after)
    {
        bench.Crashes.Arm(after);
        try
        {
            await bench.RunAsync();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    private static async Task<int> Places()
    {
        var bench = new RunBench(Events, PerPage, Batch);
        await bench.RunAsync();
        return bench.Crashes.Passed;
    }

    // A batch in doubt is sent once more per kill at most, and never one whose outcome was recorded.
    private static void Check(RunBench bench, int crashes, string what, int events = Events)
    {
        bench.Intake.Created.Count.ShouldBe(events, what);
        var twice = bench.Intake.Batches.SelectMany(b => b).GroupBy(e => e.Uuid).Sum(g => g.Count() - 1);
        twice.ShouldBeLessThanOrEqualTo(crashes * Batch, what);
        bench.Site.Asked.Count.ShouldBeLessThanOrEqualTo(bench.Site.Pages.Count + crashes, what);
    }
}
