namespace Actors.Hosting.Telemetry;

internal sealed partial class TelemetryFaults
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The collector of OTEL_EXPORTER_OTLP_ENDPOINT refuses exports ({Reason}); logged once")]
    private static partial void NotTaken(ILogger logger, string? reason);
}
