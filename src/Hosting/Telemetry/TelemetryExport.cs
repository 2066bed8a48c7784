using Actors.Hosting.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Actors.Hosting.Telemetry;

/// <summary>Sends traces and metrics while the program runs, and what is left when it stops. What cannot be sent is dropped, in bounded queues.</summary>
internal sealed class TelemetryExport(IConfiguration configuration, ILogger<TelemetryExport> logger) : IHostedService, IDisposable
{
    private const string Service = "actors", ServiceName = "OTEL_SERVICE_NAME";

    private TelemetryFaults? _faults;
    private SpanFilter? _filter;
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _faults = new TelemetryFaults(logger);
        _filter = new SpanFilter();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource([.. SpanFilter.Sources])
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter([.. ShownMeters.Names])
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    // The last exports wait for the collector side by side, each on its own thread and five seconds at most: that is what the library's disposal allows.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Task.Run(EndTraces, cancellationToken), Task.Run(EndMetrics, cancellationToken));
        Dispose();
    }

    public void Dispose()
    {
        EndTraces();
        EndMetrics();
        Interlocked.Exchange(ref _filter, null)?.Dispose();
        Interlocked.Exchange(ref _faults, null)?.Dispose();
    }

    private void EndTraces() => Interlocked.Exchange(ref _traces, null)?.Dispose();

    private void EndMetrics() => Interlocked.Exchange(ref _metrics, null)?.Dispose();

    private void Describe(ResourceBuilder resource)
    {
        if (string.IsNullOrWhiteSpace(configuration[ServiceName])) resource.AddService(Service, serviceInstanceId: Environment.MachineName);
    }
}
