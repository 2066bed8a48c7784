using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Finished">True when it has ended and the counts are final.</param>
/// <param name="Counts">What the catalogue has answered so far.</param>
[GenerateSerializer, Immutable, Alias("catalog.RunProgress")]
internal sealed record RunProgress([property: Id(0)] bool Finished, [property: Id(1)] IntakeCounts Counts);
