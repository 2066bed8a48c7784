using System.Diagnostics.Metrics;

namespace Actors.Hosting.Telemetry;

/// <summary>Records latencies of Orleans, which are in milliseconds, in seconds: a view can rename a metric and cannot convert it.</summary>
internal sealed class LatencySeconds : IDisposable
{
    public const string Milliseconds = "ms";

    private readonly Meter _meter = new("Actors.Orleans");
    private readonly MeterListener _listener = new();

    public LatencySeconds()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Histogram<double> { Unit: Milliseconds, Meter.Name: "Microsoft.Orleans" })
                listener.EnableMeasurementEvents(instrument, _meter.CreateHistogram<double>(instrument.Name, "s", instrument.Description));
        };
        _listener.SetMeasurementEventCallback<double>(static (_, milliseconds, tags, seconds) => ((Histogram<double>)seconds!).Record(milliseconds / 1000, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }
}
