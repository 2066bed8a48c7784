using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Metrics of scraping. Labels are names of sources and reasons, never text from pages.</summary>
internal sealed class ScrapingMetrics
{
    public const string MeterName = "Actors.Catalog";

    private readonly Counter<long> _pages, _events, _deadLetters;
    private readonly Histogram<double> _runs;
    private readonly ConcurrentDictionary<string, bool> _dropped = new(StringComparer.Ordinal);

    public ScrapingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _pages = meter.CreateCounter<long>("scraper.pages", "{page}", "Pages fetched.");
        _events = meter.CreateCounter<long>("scraper.events", "{event}", "Events extracted and mapped.");
        _deadLetters = meter.CreateCounter<long>("scraper.dead_letters", "{item}", "Items of a source that could not become events.");
        _runs = meter.CreateHistogram<double>("scraper.run.duration", "s", "Duration of a run, including interruptions.");
        meter.CreateObservableGauge("scraper.yield_dropped", Dropped, description: "1 if the last run of a source found at most a fifth of the usual events.");
    }

    /// <summary>Whether the last whole run of a source found far fewer events than usual; 1 should raise an alarm.</summary>
    public void YieldDropped(string source, bool drop) => _dropped[source] = drop;

    public void PageFetched(string source, FetchOutcome page) => _pages.Add(1, new("source", source), new("outcome", page switch
    {
        { NotModified: true } => "not_modified",
        { Failure: null } => "ok",
        { Forbidden: true } => "forbidden",
        _ => "failed",
    }));

    public void EventsExtracted(string source, int count) => _events.Add(count, new KeyValuePair<string, object?>("source", source));

    public void DeadLettered(string source, string reason) => _deadLetters.Add(1, new("source", source), new("reason", reason));

    public void RunEnded(string source, TimeSpan duration) => _runs.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("source", source));

    private IEnumerable<Measurement<int>> Dropped() =>
        _dropped.Select(source => new Measurement<int>(source.Value ? 1 : 0, new KeyValuePair<string, object?>("source", source.Key)));
}
