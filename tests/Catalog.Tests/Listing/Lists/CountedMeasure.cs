using System.Diagnostics.Metrics;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Counts the additions to one counter of one factory while this exists.</summary>
internal sealed class CountedMeasure : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _sum;

    public CountedMeasure(string name, IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, meters)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref _sum, measured));
        _listener.Start();
    }

    public long Sum => Interlocked.Read(ref _sum);

    public void Dispose() => _listener.Dispose();
}
