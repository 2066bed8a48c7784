namespace Actors.Hosting.Telemetry;

internal sealed partial class TelemetryFaults
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The collector of OTEL_EXPORTER_OTLP_ENDPOINT does not take what it is sent ({Reason}); this is said once")]
    private static partial void NotTaken(ILogger logger, string? reason);
}
