using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Actors.Hosting.Metrics;

/// <summary>Listens to the meters worth showing and keeps their numbers.</summary>
internal sealed class MetricCollector : IDisposable
{
    private static readonly double[] s_seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] s_amounts = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _scraping = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, meters) =>
        {
            if (ShownMeters.Has(instrument.Meter.Name) && FamilyOf(instrument) is { } family)
            {
                meters.EnableMeasurementEvents(instrument, new Target(family, IsSet(instrument)));
            }
        };
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Measure(value, tags, state));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Measure((double)value, tags, state));
        _listener.Start();
    }

    /// <summary>Asks the observed instruments and writes everything; one scrape at a time.</summary>
    public string Scrape(bool openMetrics)
    {
        lock (_scraping)
        {
            foreach (var family in _families.Values.Where(family => family.Observed))
            {
                family.Forget();
            }

            _listener.RecordObservableInstruments();
            return MetricText.Write(_families.Values.OrderBy(family => family.Name, StringComparer.Ordinal), openMetrics);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var target = (Target)state!;
        if (target.IsSet)
        {
            target.Family.Set(value, tags);
        }
        else
        {
            target.Family.Measure(value, tags);
        }
    }

    // Instruments of one name share a family; a second one of another kind is not shown, as the text could not hold both.
    private MetricFamily? FamilyOf(Instrument instrument)
    {
        if (KindOf(instrument) is not { } kind)
        {
            return null;
        }

        var name = MetricNames.Family(instrument, kind);
        var family = _families.GetOrAdd(name, _ => new MetricFamily(name, instrument.Description ?? instrument.Name, kind, instrument.IsObservable, BoundsOf(instrument, kind)));
        return family.Kind == kind && family.Observed == instrument.IsObservable ? family : null;
    }

    private static MetricKind? KindOf(Instrument instrument)
    {
        var name = instrument.GetType().Name;
        return name[..Math.Max(0, name.IndexOf('`'))] switch
        {
            "Counter" or "ObservableCounter" => MetricKind.Counter,
            "UpDownCounter" or "ObservableUpDownCounter" or "Gauge" or "ObservableGauge" => MetricKind.Gauge,
            "Histogram" => MetricKind.Histogram,
            _ => null,
        };
    }

    private static bool IsSet(Instrument instrument) => instrument.GetType().Name.StartsWith("Gauge`", StringComparison.Ordinal);

    private static double[] BoundsOf(Instrument instrument, MetricKind kind)
    {
        if (kind != MetricKind.Histogram)
        {
            return [];
        }

        return instrument switch
        {
            Histogram<double> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised],
            Histogram<long> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised.Select(bound => (double)bound)],
            Histogram<int> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised.Select(bound => (double)bound)],
            { Unit: "s" } => s_seconds,
            _ => s_amounts,
        };
    }

    private sealed record Target(MetricFamily Family, bool IsSet);
}
