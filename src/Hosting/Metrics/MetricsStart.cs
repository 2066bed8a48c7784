namespace Actors.Hosting.Metrics;

/// <summary>Makes the collector listen from the start instead of from the first scrape.</summary>
internal sealed class MetricsStart(MetricCollector collector) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
