using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>What is stored of a source: its last run, or the one under way.</summary>
[GenerateSerializer, Immutable, Alias("catalog.SourceState")]
internal sealed record SourceState
{
    /// <summary>Number of the run, from 1; 0 before the first.</summary>
    [Id(0)] public long Run { get; init; }

    [Id(1)] public bool Running { get; init; }

    [Id(2)] public DateTimeOffset? StartedAt { get; init; }

    [Id(3)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Pages done, fetched or given up.</summary>
    [Id(4)] public int Pages { get; init; }

    /// <summary>Events that were stored for handing over.</summary>
    [Id(5)] public int Found { get; init; }

    /// <summary>Events and pages that became dead letters.</summary>
    [Id(6)] public int Rejected { get; init; }

    /// <summary>Batches whose outcome is recorded.</summary>
    [Id(7)] public int Batches { get; init; }

    [Id(8)] public int Sent { get; init; }

    [Id(9)] public int Skipped { get; init; }

    /// <summary>Events that the pages offered, on unchanged pages too.</summary>
    [Id(10)] public int Offered { get; init; }

    /// <summary>What the last whole runs offered, oldest first.</summary>
    [Id(11)] public ImmutableArray<int> Yields { get; init; } = [];

    /// <summary>True when the last whole run offered far less than usual.</summary>
    [Id(12)] public bool YieldDropped { get; init; }

    /// <summary>True for a run that only reads the pages of failed items again.</summary>
    [Id(13)] public bool Replays { get; init; }

    /// <summary>When the last whole run began; null before the first.</summary>
    [Id(14)] public DateTimeOffset? PlannedFrom { get; init; }
}
