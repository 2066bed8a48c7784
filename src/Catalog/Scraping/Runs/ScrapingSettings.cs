using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The validated settings of scraping.</summary>
internal sealed record ScrapingSettings
{
    /// <summary>The time between the starts of two runs of a source (SCRAPE_INTERVAL_SECONDS).</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The number of events in a batch (BATCH_SIZE).</summary>
    public required int BatchSize { get; init; }

    /// <summary>The value of DEFAULT_TIMEZONE.</summary>
    public required TimeZoneInfo DefaultZone { get; init; }

    /// <summary>The sources enabled in this environment.</summary>
    public required ImmutableArray<SourceSettings> Sources { get; init; }

    public SourceSettings? Find(string name) => Sources.FirstOrDefault(s => s.Name == name);
}
