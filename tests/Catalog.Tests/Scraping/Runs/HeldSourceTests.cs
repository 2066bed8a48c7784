using Actors.Catalog.Events.Ingest;
using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>While the store is held nothing is fetched. <see cref="SourceGrainTests"/> show that the same source is fetched otherwise.</summary>
public sealed class HeldSourceTests : IDisposable
{
    private readonly TempFolder _folder = new("held-sources");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Due_run_waits_for_the_release()
    {
        var bench = new RunBench(events: 3);
        bench.Hold.IsHeld = true;
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await bench.Hold.Told.Within("the source's question");

        (await host.ScrapeRunner.RunAllAsync(default).Within("the answer")).ShouldBe(IntakeCounts.None);
        await PassAsync(bench, host, IHeldStore.Pause * 2);
        bench.Site.Asked.ShouldBeEmpty();

        bench.Hold.IsHeld = false;
        await PassAsync(bench, host, IHeldStore.Pause * 2);
        (await host.EndOfAsync(1).Within("the run")).Sent.ShouldBe(3);
    }

    [Fact]
    public async Task Held_store_replays_nothing()
    {
        var bench = new RunBench(events: 3);
        bench.Hold.IsHeld = true;
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        var said = "";

        var exit = await host.Command("replay").RunAsync(new CommandCall(["site"], line => Task.FromResult(said += line)), default).Within("replay");

        (exit, said).ShouldBe((CommandExit.Refused, IHeldStore.Sentence));
    }

    private static async Task PassAsync(RunBench bench, SourceHost host, TimeSpan time)
    {
        for (var end = bench.Clock.GetUtcNow() + time; bench.Clock.GetUtcNow() < end;)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(5));
            await host.Source.Progress(1, TimeSpan.Zero, CancellationToken.None);
        }
    }
}
