using System.Diagnostics.Tracing;

namespace Actors.Hosting.Telemetry;

/// <summary>Says once that the collector does not take what it is sent; the library itself is silent about it.</summary>
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
