using Actors.Core.Holding;
using Orleans.Storage;

namespace Actors.Grains.Jobs;

/// <summary>
/// A grain with background work that survives crashes. Runs use an interleaving timer, one at a time, so the grain answers calls during a run; calls
/// only store the requested work and schedule a run. The grain stores each step before it begins the next one. After a crash its reminder schedules a
/// run, which continues with the next step. No run begins while the store is held, and a run ends when the program begins to stop.
/// </summary>
public abstract class JobGrain(IHeldStore store, IHostApplicationLifetime lifetime) : Grain
{
    /// <summary>The time between a failed run and the next attempt.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private IGrainTimer? _timer;

    /// <summary>True if this activation has scheduled a run.</summary>
    protected bool IsScheduled => _timer is not null;

    /// <summary>
    /// Does all requested work and returns the time until the next run; null if a call or a reminder schedules it. It must not await between its last
    /// check for requested work and its end, because <see cref="RunAfter"/> has no effect during a run.
    /// </summary>
    protected abstract Task<TimeSpan?> RunAsync(CancellationToken cancellationToken);

    /// <summary>Is called after a failed run. The next attempt follows after <see cref="PauseAfterFailure"/>.</summary>
    protected abstract void OnFailed(Exception failure);

    /// <summary>Schedules the next run, replacing the scheduled one. It has no effect during a run, because a run schedules the next one itself.</summary>
    protected void RunAfter(TimeSpan delay)
    {
        _timer ??= this.RegisterGrainTimer(
            TickAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        // Orleans waits for a timer callback before it cancels the token, so the run must also observe ApplicationStopping.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            RunAfter(await store.IsHeldAsync(stop.Token) ? IHeldStore.Pause : await RunAsync(stop.Token) ?? Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stored steps are kept; the next activation continues after them.
        }
        catch (Exception e)
        {
            OnFailed(e);
            if (e is InconsistentStateException) DeactivateOnIdle();
            else RunAfter(PauseAfterFailure);
        }
    }
}
