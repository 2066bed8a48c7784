using Actors.Grains.Failures;
using Microsoft.Extensions.Logging;

namespace Actors.Administration;

/// <summary>Periodic work of every active silo. A failure is logged, and the next period retries.</summary>
internal abstract partial class SiloLoop(TimeSpan period, TimeProvider timeProvider, ILogger logger) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer)
    {
        observer.Subscribe(GetType().Name, ServiceLifecycleStage.ApplicationServices, cancellationToken => AttemptAsync(BeginAsync, cancellationToken));
        observer.Subscribe(GetType().Name, ServiceLifecycleStage.Active, StartAsync, StopAsync);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Runs once before the silo accepts calls; grains cannot be called yet.</summary>
    internal virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Runs at the end of every period while the silo is active. It does not run at the start, because a silo that only executes a command should not
    /// do this work.
    /// </summary>
    internal abstract Task TickAsync(CancellationToken cancellationToken);

    private Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(period, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token)) await AttemptAsync(TickAsync, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The silo is stopping.
        }
    }

    private async Task AttemptAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
#pragma warning disable CA1031 // the next period retries after any failure
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (Outage.IsTransient(failure)) LogTransientFailure(failure, GetType().Name);
            else LogFailed(failure, GetType().Name);
        }
    }
}
