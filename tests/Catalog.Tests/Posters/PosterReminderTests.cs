using System.Diagnostics.Metrics;
using Actors.Catalog.Grains;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The sweep comes by itself.</summary>
public sealed class PosterReminderTests
{
    [Fact]
    public async Task The_hourly_sweep_deletes_what_no_event_shows_and_leaves_the_rest()
    {
        using var temp = new TempFolder("posters");
        await using var upstream = await FakeUpstream.StartAsync();
        upstream.OnBytes("/shown.jpg", Fixture.Bytes("jpg"), "image/jpeg").OnBytes("/lost.gif", PngBuilder.Blank(9, 9, PngBuilder.Rgb), "image/png");
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await PosterHost.StartAsync(temp.Folder, upstream, clock);
        var shown = (await host.Obtain(upstream.Url("/shown.jpg"))).Name!;
        await host.Show(shown);
        await host.Obtain(upstream.Url("/lost.gif"));

        using var swept = new SweptSignal(host.Services.GetRequiredService<IMeterFactory>());
        await AdvanceUntil(swept.Once.Within("a sweep"), clock);

        Directory.GetFiles(temp.Combine("posters")).Select(Path.GetFileName).ShouldBe([shown]);
    }

    /// <summary>In steps no longer than the five minutes after which Orleans reads its reminders again (and sets them anew),
    /// because the runtime arms the timer of the next tick on its own time.</summary>
    private static async Task AdvanceUntil(Task done, ManualTimeProvider clock)
    {
        while (!done.IsCompleted)
        {
            clock.Advance(PosterTimes.SweepPeriod / 12);
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System));
        }

        await done;
    }

    /// <summary>Completes when the counter of swept posters moves.</summary>
    private sealed class SweptSignal : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly TaskCompletionSource _once = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SweptSignal(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "catalog.posters.swept" && ReferenceEquals(instrument.Meter.Scope, meters))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, _, _, _) => _once.TrySetResult());
            _listener.Start();
        }

        public Task Once => _once.Task;

        public void Dispose() => _listener.Dispose();
    }
}
