using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// Ends both exports side by side when the program stops, each after five seconds at most: the container would dispose of them one after the other.
/// Meanwhile it reports a collector that refuses exports.
/// </summary>
internal sealed class LastExport(TracerProvider traces, MeterProvider metrics, ILogger<LastExport> logger) : IHostedService, IDisposable
{
    private const int Milliseconds = 5000;

    private readonly TelemetryFaults _faults = new(logger);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Task.Run(() => traces.Shutdown(Milliseconds), cancellationToken), Task.Run(() => metrics.Shutdown(Milliseconds), cancellationToken));

    public void Dispose() => _faults.Dispose();
}
