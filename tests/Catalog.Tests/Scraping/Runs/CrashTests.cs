using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A killed run resumes: nothing is lost, and nothing recorded is sent twice.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Events = 13, PerPage = 5, Batch = 4;

    [Fact]
    public async Task Kill_at_any_point_loses_nothing()
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
    public async Task Random_kills_lose_nothing()
    {
        var random = SeededRandom.Create(output);
        var bench = new RunBench(Events * 16, PerPage, Batch);
        var kills = 0;
        while (kills < 20 && await Killed(bench, random.Next(60)))
            kills++;
        bench.Crashes.Disarm();
        kills.ShouldBe(20, "the run must be long enough for all kills");
        await bench.GoOnAsync();
        Check(bench, kills, $"{kills} kills", Events * 16);
    }

    [Fact]
    public async Task Control_without_stored_work_a_kill_loses_events()
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

    // A batch with an unknown outcome is repeated at most once per kill; a recorded one is never repeated.
    private static void Check(RunBench bench, int crashes, string what, int events = Events)
    {
        bench.Intake.Created.Count.ShouldBe(events, what);
        var twice = bench.Intake.Batches.SelectMany(b => b).GroupBy(e => e.Uuid).Sum(g => g.Count() - 1);
        twice.ShouldBeLessThanOrEqualTo(crashes * Batch, what);
        bench.Site.Asked.Count.ShouldBeLessThanOrEqualTo(bench.Site.Pages.Count + crashes, what);
    }
}
