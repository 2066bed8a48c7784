using System.Diagnostics.Metrics;

namespace Actors.Silo.Demo;

/// <summary>How far the scrape of the demo site is, read from the program's own metrics.</summary>
internal sealed class DemoProgress : IDisposable
{
    private const string Meter = "Actors.Catalog", Source = "demo";
    private readonly MeterListener listener = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long pages, events, deadLetters;

    public DemoProgress()
    {
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name.StartsWith("scraper.", StringComparison.Ordinal))
                all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => End(instrument.Name, tags));
        listener.Start();
    }

    /// <summary>Completes when a run of the demo source has ended.</summary>
    public Task Ended => ended.Task;

    public (long Pages, long Events, long DeadLetters) Now => (Volatile.Read(ref pages), Volatile.Read(ref events), Volatile.Read(ref deadLetters));

    public void Dispose() => listener.Dispose();

    private void Count(string instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!IsDemo(tags))
            return;
        if (instrument == "scraper.pages")
            Interlocked.Add(ref pages, value);
        else if (instrument == "scraper.events")
            Interlocked.Add(ref events, value);
        else if (instrument == "scraper.dead_letters")
            Interlocked.Add(ref deadLetters, value);
    }

    private void End(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument == "scraper.run.duration" && IsDemo(tags))
            ended.TrySetResult();
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
