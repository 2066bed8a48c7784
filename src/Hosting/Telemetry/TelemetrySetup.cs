using System.Runtime.CompilerServices;
using Actors.Core.Configuration;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: traces and metrics for a collector. Without it nothing of this exists: no filter before grains, no
/// listener, and the library is not loaded (but for Orleans' dashboard, which has its own use for it once it is opened). The other <c>OTEL_*</c> settings are the library's.
/// </summary>
internal static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly string[] s_protocols = ["grpc", "http/protobuf"];

    public static void AddTelemetry(this WebApplicationBuilder builder, Settings settings)
    {
        var endpoint = settings.Url(Endpoint);
        if (settings.Text(Protocol) is { } protocol && !s_protocols.Contains(protocol))
            settings.Problems.Add(Protocol, $"\"{protocol}\" is none of {string.Join(", ", s_protocols)}.");
        if (endpoint is not null) AddExport(builder.Services);
    }

    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetServices<IIncomingGrainCallFilter>().OfType<GrainTrace>().Any()) app.UseMiddleware<RequestTrace>();
    }

    // By itself, because the library is loaded when this is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddExport(IServiceCollection services) =>
        services.AddHostedService<TelemetryExport>().AddSingleton<IIncomingGrainCallFilter, GrainTrace>();
}
