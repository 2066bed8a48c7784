using Actors.Catalog.Posters;
using Actors.Catalog.Posters.Sweep;
using Actors.Core.Configuration;
using Actors.Grains.Startup;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Posters;

/// <summary>What a start does about posters: it removes what a crash left, and starts the hourly sweep.</summary>
public sealed class PosterStartTests
{
    // A silo that is alone creates all events itself. A member leaves a young poster to the hourly sweep, since another silo may be storing its event.
    [Theory]
    [InlineData(null, false, 0)]
    [InlineData("redis://127.0.0.1:1", false, 1)]
    [InlineData("redis://127.0.0.1:1", true, 0)]
    public async Task A_poster_without_an_event_is_removed_by_a_start_and_by_that_of_a_member_when_its_lease_is_over(string? redis, bool over, int left)
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
    public async Task A_silo_that_is_lost_at_the_start_keeps_the_program_from_nothing_and_the_sweep_is_started_later()
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
