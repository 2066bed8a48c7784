using Actors.Catalog.Posters;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The reminder triggers the sweep.</summary>
public sealed class PosterReminderTests
{
    private const int MostHours = 100;

    [Fact]
    public async Task Hourly_sweep_deletes_only_unused_posters()
    {
        using var temp = new TempFolder("posters");
        await using var upstream = await FakeUpstream.StartAsync();
        upstream.OnBytes("/shown.jpg", Fixture.Bytes("jpg"), "image/jpeg").OnBytes("/lost.gif", PngBuilder.Blank(9, 9, PngBuilder.Rgb), "image/png");
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await PosterHost.StartAsync(temp.Folder, upstream, clock);
        var shown = (await host.Obtain(upstream.Url("/shown.jpg"))).Name!;
        await host.Show(shown);
        await host.Obtain(upstream.Url("/lost.gif"));

        string[] Files() => [.. Directory.GetFiles(temp.Combine("posters")).Select(f => Path.GetFileName(f)!)];
        Files().Length.ShouldBe(2);
        await AdvanceWhile(() => Files().Length > 1, clock);

        Files().ShouldBe([shown]);
    }

    /// <summary>
    /// Advances in steps of at most five minutes, the interval at which Orleans re-reads reminders, with real pauses in which the runtime arms the
    /// next tick and the sweep makes its calls.
    /// </summary>
    private static async Task AdvanceWhile(Func<bool> condition, ManualTimeProvider clock)
    {
        var end = clock.GetUtcNow() + TimeSpan.FromHours(MostHours);
        while (condition() && clock.GetUtcNow() < end)
        {
            clock.Advance(PosterTimes.SweepPeriod / 12);
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
        }
    }
}
