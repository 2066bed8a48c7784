using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Settings of scraping, checked at start.</summary>
internal sealed record ScrapingSettings
{
    /// <summary>From the start of one run of a source to the start of the next (SCRAPE_INTERVAL_SECONDS).</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Events handed over at once (BATCH_SIZE).</summary>
    public required int BatchSize { get; init; }

    /// <summary>DEFAULT_TIMEZONE.</summary>
    public required TimeZoneInfo DefaultZone { get; init; }

    /// <summary>The sources that are on in this environment.</summary>
    public required ImmutableArray<SourceSettings> Sources { get; init; }

    public SourceSettings? Find(string name) => Sources.FirstOrDefault(s => s.Name == name);
}
