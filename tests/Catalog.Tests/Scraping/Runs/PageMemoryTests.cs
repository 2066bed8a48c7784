using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Unchanged pages are not sent again, and nothing is missed by that.</summary>
public sealed class PageMemoryTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 28)]
    public async Task A_second_run_gets_only_what_changed(bool tags, int sentAgain)
    {
        var (bench, run) = await FirstRunAsync(tags);
        var sent = bench.Site.Sent;
        await AgainAsync(run);
        (bench.Site.Sent - sent).ShouldBe(sentAgain);
        bench.Site.Asked.Count.ShouldBe(56, "every page is looked at in each run");
        (run.State.Run, run.State.Pages, run.State.Rejected).ShouldBe((2L, 28, 0));
    }

    [Fact]
    public async Task A_changed_page_behind_unchanged_listings_is_found()
    {
        var (bench, run) = await FirstRunAsync();
        bench.Site.Pages["/e/24"] = MemorySite.Event("new", "Новое");
        await AgainAsync(run);
        (run.State.Found, run.State.Sent).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_did_not_become_an_event_is_read_again()
    {
        var bench = new RunBench(events: 3);
        bench.Site.HasTags = true;
        bench.Intake.Refused.Add("Событие 1");
        bench.Site.Pages["/e/2"] = MemorySite.Event("2", "Вчера", "2026-11-20T10:00");
        var run = await bench.RunAsync();
        bench.Intake.Refused.Clear();
        await AgainAsync(run);
        (run.State.Sent, run.State.Rejected).ShouldBe((1, 1));
    }

    [Fact]
    public void A_page_that_a_run_does_not_come_across_is_forgotten()
    {
        var memory = new PageMemory();
        var page = new SourcePage("https://site.example/1", 1, false);
        memory.Keep(1, page, new("\"1\"", null), new([], [], [], null), "hash", lossless: true);
        memory.RunEnded(1);
        memory.Count.ShouldBe(1);
        memory.Find(page with { IsList = true }).ShouldBeNull();
        memory.RunEnded(2);
        memory.Count.ShouldBe(0);
    }

    private static async Task<(RunBench Bench, SourceRun Run)> FirstRunAsync(bool tags = true)
    {
        var bench = new RunBench(events: 25, perPage: 10);
        bench.Site.HasTags = tags;
        return (bench, await bench.RunAsync());
    }

    private static async Task AgainAsync(SourceRun run)
    {
        await run.BeginAsync(default);
        while (await run.StepAsync(default))
        {
        }
    }
}
