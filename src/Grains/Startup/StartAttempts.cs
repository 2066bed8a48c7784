using Actors.Grains.Failures;

namespace Actors.Grains.Startup;

/// <summary>
/// Runs start-up tasks that need grains or stores of other machines: after the program has started, and again until they succeed. A start-up task
/// that fails neither prevents the start nor ends the program.
/// </summary>
public sealed partial class StartAttempts(IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<StartAttempts> logger)
{
    /// <summary>The time between two attempts after a temporary failure.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    /// <summary>The time between two attempts, and two lines in the log, after a failure that needs an operator.</summary>
    public static readonly TimeSpan Repair = TimeSpan.FromMinutes(5);

    /// <summary>Completes when the work is done; is cancelled when the program stops before.</summary>
    public async Task RunAsync(StartWork work, CancellationToken cancellationToken)
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

    // Null when it is done, or how long to wait before the next attempt.
    private async Task<TimeSpan?> AttemptAsync(StartWork work, CancellationToken cancellationToken)
    {
        try
        {
            await work.Attempt(cancellationToken).WaitAsync(cancellationToken);
            work.Alarm?.Invoke(false);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var passes = Outage.IsTransient(failure);
            work.Alarm?.Invoke(!passes);
            if (passes) LogNotYet(failure, work.Name, Retry);
            else LogBroken(failure, work.Name, Repair);
            return passes ? Retry : Repair;
        }
    }
}
