using Actors.Catalog.Posters;
using Actors.Catalog.Posters.Sweep;
using Actors.Core.Configuration;
using Actors.Grains.Startup;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Start-up removes leftovers of a crash and starts the hourly sweep.</summary>
public sealed class PosterStartupTests
{
    // A single silo creates all events itself. A cluster member leaves young posters to the hourly sweep, because another silo may be storing their
    // events.
    [Theory]
    [InlineData(null, false, 0)]
    [InlineData("redis://127.0.0.1:1", false, 1)]
    [InlineData("redis://127.0.0.1:1", true, 0)]
    public async Task Start_removes_unused_posters_after_the_grace_period(string? redis, bool over, int left)
    {
        using var temp = new TempFolder("posters");
        await using var upstream = await FakeUpstream.StartAsync();
        upstream.OnBytes("/lost.gif", PngBuilder.Blank(9, 9, PngBuilder.Rgb), "image/png");
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using (var former = await PosterHost.StartAsync(temp.Folder, upstream, clock))
            (await former.Obtain(upstream.Url("/lost.gif"))).Name.ShouldNotBeNull();

        clock.Advance(TimeSpan.FromSeconds(1) + (over ? PosterTimes.Lease : TimeSpan.Zero));
        await using var host = await PosterHost.StartAsync(temp.Folder, upstream, clock, (MembershipSetting.Name, redis!));

        Directory.GetFiles(temp.Combine("posters")).Length.ShouldBe(left);
    }

    [Fact]
    public async Task Failed_call_at_start_only_delays_the_sweep()
    {
        using var temp = new TempFolder("posters");
        await using var upstream = await FakeUpstream.StartAsync();
        var (clock, lost) = (new ManualTimeProvider(TimeProvider.System.GetUtcNow()), new LostOnce());

        await using var host = await PosterHost.StartAsync(temp.Folder, upstream, clock, services => services.AddSingleton<IOutgoingGrainCallFilter>(lost));

        await lost.Failed.Within("the first attempt");
        await Waiting.UntilAsync("a second attempt", () =>
        {
            clock.Advance(StartupTasks.Retry);
            return Task.FromResult(lost.Started.IsCompleted);
        });
    }

    private sealed class LostOnce : IOutgoingGrainCallFilter
    {
        private readonly TaskCompletionSource _failed = new(), _started = new();

        public Task Failed => _failed.Task;

        public Task Started => _started.Task;

        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IPosterSweepGrain) && _failed.TrySetResult()) throw new SiloUnavailableException("lost");
            await context.Invoke();
            if (context.InterfaceMethod.DeclaringType == typeof(IPosterSweepGrain)) _started.TrySetResult();
        }
    }
}
