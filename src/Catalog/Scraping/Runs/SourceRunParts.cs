using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>What the runs of every source share.</summary>
internal sealed record SourceRunParts(
    ScrapingSettings Settings,
    ISourceStore Store,
    IPageFetcher Pages,
    IIntake Intake,
    ScrapingMetrics Metrics,
    TimeProvider Clock);
