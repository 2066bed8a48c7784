using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The services shared by the runs of all sources.</summary>
internal sealed record SourceRunParts(
    ScrapingSettings Settings,
    ISourceStore Store,
    IPageFetcher Pages,
    IIntake Intake,
    ScrapingMetrics Metrics,
    TimeProvider Clock);
