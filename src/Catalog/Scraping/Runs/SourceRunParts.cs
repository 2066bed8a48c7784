using Actors.Catalog.Ports;
using Actors.Catalog.Ports.Sources;

namespace Actors.Catalog.Grains.Sources;

/// <summary>What the runs of every source share.</summary>
internal sealed record SourceRunParts(
    ScrapingSettings Settings,
    ISourceStore Store,
    IPageFetcher Pages,
    IIntake Intake,
    ScrapingMetrics Metrics,
    TimeProvider Clock);
