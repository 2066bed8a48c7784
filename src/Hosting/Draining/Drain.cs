using Actors.Hosting.Membership;

namespace Actors.Hosting.Draining;

/// <summary>
/// The first step of stopping: <c>/readyz</c> turns 503 and requests are still answered, until whoever sends them has noticed. Whatever keeps
/// a connection open hears of it now, by <see cref="IHostApplicationLifetime.ApplicationStopping"/>, and sends its clients elsewhere. Then the
/// host stops the listeners, which finish what is under way, and the silo, which deactivates its grains and leaves the list of members.
/// </summary>
internal sealed partial class Drain(
    Readiness readiness, ClusterSettings settings, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<Drain> logger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Leave();
        // After a signal it was called already; a host that is stopped by its program would call it only after this.
        lifetime.StopApplication();
        if (settings.Drain == TimeSpan.Zero) return;
        LogDraining(logger, settings.Drain);
        await Task.Delay(settings.Drain, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
