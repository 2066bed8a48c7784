using Actors.Core.Configuration;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// Metrics for <c>/metrics</c>, and with <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> traces and metrics for a collector. The other <c>OTEL_*</c> settings are the
/// library's.
/// </summary>
internal static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL", ServiceName = "OTEL_SERVICE_NAME";

    private static readonly string[] s_protocols = ["grpc", "http/protobuf"];

    public static void AddTelemetry(this WebApplicationBuilder builder, Settings settings)
    {
        var endpoint = settings.Url(Endpoint);
        if (settings.Text(Protocol) is { } protocol && !s_protocols.Contains(protocol))
            settings.Problems.Add(Protocol, $"\"{protocol}\" is none of {string.Join(", ", s_protocols)}.");
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(MetricsSetup.Collect);
        if (endpoint is null) return;
        if (settings.Text(ServiceName) is null) telemetry.ConfigureResource(resource => resource.AddService("actors", serviceInstanceId: Environment.MachineName));
        telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
        telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(SpanFilter.Sources).AddProcessor<SpanFilter>().AddOtlpExporter());
        builder.UseOrleans(silo => silo.AddActivityPropagation());
        builder.Services.AddHostedService<LastExport>();
    }
}
