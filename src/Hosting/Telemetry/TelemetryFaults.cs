using System.Diagnostics.Tracing;

namespace Actors.Hosting.Telemetry;

/// <summary>Logs once that the collector refuses exports; the library itself does not log it.</summary>
internal sealed partial class TelemetryFaults(ILogger logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private int _said;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter) EnableEvents(eventSource, EventLevel.Error);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Interlocked.Exchange(ref _said, 1) == 0) NotTaken(logger, eventData.EventName);
    }
}
