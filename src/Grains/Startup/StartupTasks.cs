using Actors.Grains.Failures;

namespace Actors.Grains.Startup;

/// <summary>
/// Runs start-up tasks that need grains or remote stores. They run after the program has started and are retried until they succeed. A failed task
/// neither prevents the start nor ends the program.
/// </summary>
public sealed partial class StartupTasks(IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<StartupTasks> logger)
{
    /// <summary>The time between two attempts after a temporary failure.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    /// <summary>The time between two attempts, and two lines in the log, after a failure that needs an operator.</summary>
    public static readonly TimeSpan Repair = TimeSpan.FromMinutes(5);

    /// <summary>Completes when the task has succeeded; is cancelled when the program stops first.</summary>
    public async Task RunAsync(StartupTask work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await StartedAsync(cancellationToken);
        while (await AttemptAsync(work, cancellationToken) is { } pause) await Task.Delay(pause, timeProvider, cancellationToken);
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    // Returns the pause before the next attempt; null after success.
    private async Task<TimeSpan?> AttemptAsync(StartupTask work, CancellationToken cancellationToken)
    {
        try
        {
            await work.Attempt(cancellationToken).WaitAsync(cancellationToken);
            work.Alarm?.Invoke(false);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var isTransient = Outage.IsTransient(failure);
            work.Alarm?.Invoke(!isTransient);
            if (isTransient) LogNotYet(failure, work.Name, Retry);
            else LogBroken(failure, work.Name, Repair);
            return isTransient ? Retry : Repair;
        }
    }
}
