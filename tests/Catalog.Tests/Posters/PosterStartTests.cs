using Actors.Catalog.Grains.Posters;
using Actors.Plumbing.Starting;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Posters;

/// <summary>A sweep that cannot be started is no reason for the program not to start.</summary>
public sealed class PosterStartTests
{
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
            clock.Advance(StartAttempts.Retry);
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
