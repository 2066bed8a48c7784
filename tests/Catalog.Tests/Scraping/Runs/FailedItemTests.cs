using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Failed items know their page, pages are stored unchanged, and a drop of a source's yield raises an alarm.</summary>
public sealed class FailedItemTests
{
    [Fact]
    public async Task Failed_item_has_its_page_and_next_attempt()
    {
        var bench = new RunBench(events: 3);
        bench.Site.Pages["/e/1"] = MemorySite.Event("1", "Вчера", "2026-11-20T10:00");
        bench.Intake.Refused.Add("Событие 2");
        await bench.RunAsync();
        bench.Store.Letters.Values.ShouldAllBe(l => l.NextTry == RunBench.Start + TimeSpan.FromHours(1));
        bench.Store.Letters.ToDictionary(l => l.Value.Reason, l => l.Value.Page?.Url).ShouldBe(new Dictionary<string, string?>
        {
            [DeadLetterReason.DatePast] = MemorySite.Host + "/e/1",
            [DeadLetterReason.IntakeFailed] = MemorySite.Host + "/e/2",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Replay_reads_only_pages_of_failed_items()
    {
        var bench = new RunBench(events: 5);
        bench.Intake.Refused.Add("Событие 2");
        var run = await bench.RunAsync();
        bench.Intake.Refused.Clear();
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await run.ReplayAsync([bench.Store.Letters.ShouldHaveSingleItem().Value.Page!], default);
        var asked = bench.Site.Asked.Count;
        while (await run.StepAsync(default))
        {
        }
        bench.Site.Asked.Skip(asked).ShouldBe(["/e/2"]);
        bench.Store.Letters.ShouldBeEmpty();
        (run.State.Sent, run.Planned()).ShouldBe((1, RunBench.Start + TimeSpan.FromHours(1)), "the schedule of whole runs is unchanged");
        run.State.Yields.ShouldBe([5], "a replay does not change the usual yield");
    }

    [Fact]
    public async Task Interrupted_replay_resumes()
    {
        var bench = new RunBench(events: 4);
        bench.Intake.Refused.UnionWith(["Событие 1", "Событие 3"]);
        var run = await bench.RunAsync();
        bench.Intake.Refused.Clear();
        await run.ReplayAsync([.. bench.Store.Letters.Values.Select(l => l.Page!)], default);
        await run.StepAsync(default);
        var again = await bench.RunAsync();
        (again.State.Run, again.State.Replays, again.State.Sent).ShouldBe((2L, true, 2));
    }

    [Fact]
    public async Task Page_is_stored_once_with_its_items()
    {
        var bench = new RunBench(events: 3);
        await bench.RunAsync();
        var stored = bench.Store.Payloads.Count;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.RunAsync();
        bench.Store.Payloads.Count.ShouldBe(stored, "the same text is not stored again");
        var uuid = bench.Intake.Created.Keys.First();
        var (key, seen) = bench.Store.PayloadItems.Single(i => i.Key.Item == uuid.ToString());
        seen.ShouldBe(RunBench.Start + TimeSpan.FromHours(1));
        Payloads.Text(bench.Store.Payloads[key.Hash].Body).ShouldBeOneOf([.. bench.Site.Pages.Values]);
    }

    [Fact]
    public async Task Unchanged_pages_refresh_their_items()
    {
        var bench = new RunBench(events: 3);
        bench.Site.HasTags = true;
        var run = await bench.RunAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await run.BeginAsync(default);
        while (await run.StepAsync(default))
        {
        }
        bench.Store.PayloadItems.Values.Distinct().ShouldBe([RunBench.Start + TimeSpan.FromHours(1)]);
        run.State.Offered.ShouldBe(3, "unchanged pages count their events");
    }

    [Fact]
    public async Task Yield_drop_raises_an_alarm()
    {
        var bench = new RunBench(events: 10);
        for (var run = 0; run < 3; run++)
            (await bench.RunAsync()).State.YieldDropped.ShouldBeFalse();
        var list = bench.Site.Pages["/list"];
        bench.Site.Pages["/list"] = "<p>A new design</p>";
        (await bench.RunAsync()).State.YieldDropped.ShouldBeTrue();
        bench.Site.Pages["/list"] = list;
        (await bench.RunAsync()).State.YieldDropped.ShouldBeFalse();
        bench.Site.Pages["/list"] = "<p>A new design</p>";
        for (var run = 0; run < 4; run++)
            await bench.RunAsync();
        (await bench.RunAsync()).State.YieldDropped.ShouldBeFalse();
    }
}
