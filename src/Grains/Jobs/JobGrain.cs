using Actors.Core.Holding;
using Orleans.Storage;

namespace Actors.Grains.Jobs;

/// <summary>
/// A grain with background work that survives crashes. One run takes place at a time, on an interleaving timer, so that calls are answered
/// meanwhile; calls only store what is wanted and plan a run. The grain stores each step before the next, and its reminder plans a run after a
/// crash: the work then goes on where it was. No run begins while the store is held, and a run ends when the program begins to stop.
/// </summary>
public abstract class JobGrain(IHeldStore store, IHostApplicationLifetime lifetime) : Grain
{
    /// <summary>The time between a failed run and the next attempt.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private IGrainTimer? _timer;

    /// <summary>Whether this activation has planned a run yet.</summary>
    protected bool HasPlan => _timer is not null;

    /// <summary>
    /// Does all that is wanted and returns the time until the next run; null when a call or reminder plans it. Must not await between its last look
    /// at what is wanted and its end, because <see cref="RunAfter"/> has no effect during a run.
    /// </summary>
    protected abstract Task<TimeSpan?> RunAsync(CancellationToken cancellationToken);

    /// <summary>Learns of a failed run. The next attempt follows after <see cref="PauseAfterFailure"/>.</summary>
    protected abstract void OnFailed(Exception failure);

    /// <summary>Plans the next run in place of the one that was planned before. Has no effect during a run, which plans the next one itself.</summary>
    protected void RunAfter(TimeSpan delay)
    {
        _timer ??= this.RegisterGrainTimer(
            TickAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        // Orleans lets a timer's callback finish before it cancels the token, so a stopping program has to end the run itself.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            RunAfter(await store.IsHeldAsync(stop.Token) ? IHeldStore.Pause : await RunAsync(stop.Token) ?? Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The steps that were stored are kept; the next activation goes on after them.
        }
        catch (Exception e)
        {
            OnFailed(e);
            if (e is InconsistentStateException) DeactivateOnIdle();
            else RunAfter(PauseAfterFailure);
        }
    }
}
