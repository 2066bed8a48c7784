using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Unchanged pages are not downloaded again, and no change is missed.</summary>
public sealed class PageCacheTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 28)]
    public async Task Second_run_downloads_only_changes(bool tags, int sentAgain)
    {
        var (bench, run) = await FirstRunAsync(tags);
        var sent = bench.Site.Sent;
        await AgainAsync(run);
        (bench.Site.Sent - sent).ShouldBe(sentAgain);
        bench.Site.Asked.Count.ShouldBe(56, "every run requests every page");
        (run.State.Run, run.State.Pages, run.State.Rejected).ShouldBe((2L, 28, 0));
    }

    [Fact]
    public async Task Changed_page_behind_unchanged_listing_is_read()
    {
        var (bench, run) = await FirstRunAsync();
        bench.Site.Pages["/e/24"] = MemorySite.Event("new", "Новое");
        await AgainAsync(run);
        (run.State.Found, run.State.Sent).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Failed_items_are_read_again()
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
    public void Unvisited_page_is_removed()
    {
        var cache = new PageCache();
        var page = new SourcePage("https://site.example/1", 1, false);
        cache.Set(1, page, new("\"1\"", null), new([], [], [], null), "hash", lossless: true);
        cache.RemoveUnvisited(1);
        cache.Find(page).ShouldNotBeNull();
        cache.Find(page with { IsList = true }).ShouldBeNull();
        cache.RemoveUnvisited(2);
        cache.Find(page).ShouldBeNull();
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
