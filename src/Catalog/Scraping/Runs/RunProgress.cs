using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The progress of a run.</summary>
/// <param name="Finished">Whether the run has ended, so that the counts are final.</param>
/// <param name="Counts">The catalogue's counts so far.</param>
[GenerateSerializer, Immutable, Alias("catalog.RunProgress")]
internal sealed record RunProgress([property: Id(0)] bool Finished, [property: Id(1)] IntakeCounts Counts);
