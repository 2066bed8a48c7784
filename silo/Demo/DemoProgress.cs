using System.Diagnostics.Metrics;

namespace Actors.Silo.Demo;

/// <summary>The progress of the demo scrape, read from the program's own metrics.</summary>
internal sealed class DemoProgress : IDisposable
{
    private const string Meter = "Actors.Catalog", Source = "demo";
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _pages, _events, _deadLetters;

    public DemoProgress()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name.StartsWith("scraper.", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => End(instrument.Name, tags));
        _listener.Start();
    }

    /// <summary>Completes at the end of a run of the demo source.</summary>
    public Task Ended => _ended.Task;

    public (long Pages, long Events, long DeadLetters) Now => (Volatile.Read(ref _pages), Volatile.Read(ref _events), Volatile.Read(ref _deadLetters));

    public void Dispose() => _listener.Dispose();

    private void Count(string instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!IsDemo(tags))
            return;
        if (instrument == "scraper.pages")
            Interlocked.Add(ref _pages, value);
        else if (instrument == "scraper.events")
            Interlocked.Add(ref _events, value);
        else if (instrument == "scraper.dead_letters")
            Interlocked.Add(ref _deadLetters, value);
    }

    private void End(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument == "scraper.run.duration" && IsDemo(tags))
            _ended.TrySetResult();
    }

    private static bool IsDemo(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "source")
                return Equals(tag.Value, Source);
        }
        return false;
    }
}
