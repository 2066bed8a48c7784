using Actors.Hosting.Membership;

namespace Actors.Hosting.Draining;

/// <summary>
/// The first step of stopping: <c>/readyz</c> turns 503 while requests are still answered, so that load balancers notice. Code that keeps
/// connections open is told by <see cref="IHostApplicationLifetime.ApplicationStopping"/> and sends its clients elsewhere. Then the host stops
/// the listeners, which finish requests in progress, and the silo, which deactivates its grains and leaves the cluster.
/// </summary>
internal sealed partial class Drain(
    Readiness readiness, ClusterSettings settings, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<Drain> logger) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.BeginDrain();
        // A signal has already called it. Without a signal the host would raise ApplicationStopping only after this method.
        lifetime.StopApplication();
        if (settings.Drain == TimeSpan.Zero) return;
        LogDraining(logger, settings.Drain);
        await Task.Delay(settings.Drain, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
