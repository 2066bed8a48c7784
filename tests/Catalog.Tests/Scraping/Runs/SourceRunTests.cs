using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Tests.Scraping.Runs;

public sealed class SourceRunTests
{
    [Fact]
    public async Task Listing_is_followed_and_submitted_in_batches()
    {
        var bench = new RunBench(events: 25, perPage: 10, batch: 7);
        var run = await bench.RunAsync();
        bench.Intake.Created.Count.ShouldBe(25);
        bench.Intake.Batches.Select(b => b.Length).ShouldBe([7, 7, 7, 4]);
        bench.Site.Asked.Count.ShouldBe(28, "three list pages and 25 event pages, each once");
        (run.State.Pages, run.State.Found, run.State.Sent, run.State.Skipped, run.State.Running).ShouldBe((28, 25, 25, 0, false));
    }

    [Fact]
    public async Task Next_run_skips_known_events()
    {
        var bench = new RunBench(events: 9);
        await bench.RunAsync();
        var second = await bench.RunAsync();
        (second.State.Run, second.State.Sent, second.State.Skipped).ShouldBe((2L, 0, 9));
    }

    [Fact]
    public async Task Broken_page_is_a_dead_letter()
    {
        var bench = new RunBench(events: 5);
        bench.Site.Pages.Remove("/e/1");
        bench.Site.Pages["/e/2"] = "<script type='application/ld+json'>{{{</script>";
        bench.Site.Pages["/e/3"] = MemorySite.Event("3", "Вчера", "2026-11-20T10:00");
        bench.Intake.Refused.Add("Событие 4");
        var run = await bench.RunAsync();
        (run.State.Sent, run.State.Rejected).ShouldBe((1, 4));
        bench.Store.Letters.ToDictionary(l => l.Key, l => l.Value.Reason).ShouldBe(new Dictionary<string, string>
        {
            ["https://site.example/e/1"] = DeadLetterReason.PageUnreachable,
            ["https://site.example/e/2"] = DeadLetterReason.PageUnreadable,
            ["3"] = DeadLetterReason.DatePast,
            ["4"] = DeadLetterReason.IntakeFailed,
        }, ignoreOrder: true);
        (await bench.Store.FailuresAsync("site", 1, default)).ShouldHaveSingleItem().StatusCode.ShouldBe(502);
    }

    [Fact]
    public async Task Dead_letters_count_attempts_and_are_resolved()
    {
        var bench = new RunBench(events: 1);
        var page = bench.Site.Pages["/e/0"];
        bench.Site.Pages.Remove("/e/0");
        await bench.RunAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.RunAsync();
        var letter = bench.Store.Letters.ShouldHaveSingleItem().Value;
        (letter.Attempts, letter.LastSeen).ShouldBe((2L, RunBench.Start + TimeSpan.FromHours(1)));
        bench.Site.Pages["/e/0"] = page;
        await bench.RunAsync();
        bench.Store.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unreachable_source_is_one_dead_letter()
    {
        var bench = new RunBench();
        var run = await bench.RunAsync();
        (run.State.Pages, run.State.Running).ShouldBe((1, false));
        bench.Store.Letters.ShouldHaveSingleItem().Value.Reason.ShouldBe(DeadLetterReason.PageUnreachable);
    }

    [Fact]
    public async Task Forbidden_page_is_a_dead_letter()
    {
        var bench = new RunBench(events: 3);
        bench.Site.Forbidden.Add("/e/1");
        (await bench.RunAsync()).State.Sent.ShouldBe(2);
        var letter = bench.Store.Letters.ShouldHaveSingleItem().Value;
        (letter.Reason, letter.Key).ShouldBe((DeadLetterReason.RobotsForbidden, "https://site.example/e/1"));
    }

    [Fact]
    public async Task Pages_are_limited_and_never_leave_the_site()
    {
        var bench = new RunBench(events: 50);
        bench.Site.Pages["/list"] += "<a class=event href='https://other.example/e'>x</a><link rel=next href='https://other.example/list'>";
        bench.Source = bench.Source with { MaxPages = 12 };
        await bench.RunAsync();
        bench.Site.Asked.Count.ShouldBe(12);
        bench.Site.Asked.ShouldAllBe(path => bench.Site.Pages.ContainsKey(path));
    }

    [Fact]
    public async Task Numbered_pages_are_followed_until_one_is_empty()
    {
        var bench = new RunBench();
        bench.Source = new() { Name = "site", Kind = SourceKind.Page, Url = MemorySite.Host + "/all?size=2", PageParameter = "p" };
        bench.Site.Pages["/all?size=2"] = MemorySite.Event("1", "Раз") + MemorySite.Event("2", "Два");
        bench.Site.Pages["/all?size=2&p=2"] = MemorySite.Event("3", "Три");
        bench.Site.Pages["/all?size=2&p=3"] = "<p>ничего</p>";
        (await bench.RunAsync()).State.Sent.ShouldBe(3);
        bench.Site.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Page_that_always_crashes_is_abandoned()
    {
        var bench = new RunBench(events: 3);
        bench.Site.OnFetch = path => path == "/e/1" ? throw new CrashException() : Task.CompletedTask;
        for (var life = 0; life < Actors.Catalog.Scraping.Runs.SourceRun.MaxAttempts; life++)
            await Should.ThrowAsync<CrashException>(bench.RunAsync);
        (await bench.RunAsync()).State.Sent.ShouldBe(2);
        bench.Store.Letters.ShouldHaveSingleItem().Value.Reason.ShouldBe(DeadLetterReason.PageAbandoned);
    }

    [Fact]
    public async Task Outage_loses_nothing_and_failures_are_counted()
    {
        var bench = new RunBench(events: 3);
        bench.Intake.Fault = () => new StoreUnavailableException();
        for (var tries = 0; tries < 5; tries++)
            await Should.ThrowAsync<StoreUnavailableException>(bench.RunAsync);
        bench.Intake.Fault = () => new InvalidOperationException("broken");
        var run = await bench.LoadAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => run.StepAsync(default));
        await Should.ThrowAsync<InvalidOperationException>(() => run.StepAsync(default));
        while (await run.StepAsync(default))
        {
        }
        bench.Store.Letters.Values.Select(l => l.Reason).ShouldBe(Enumerable.Repeat(DeadLetterReason.IntakeFailed, 3));
    }
}
