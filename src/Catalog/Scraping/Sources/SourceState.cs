using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>The stored state of a source: its current or last run.</summary>
[GenerateSerializer, Immutable, Alias("catalog.SourceState")]
internal sealed record SourceState
{
    /// <summary>The number of the run, from 1; 0 before the first.</summary>
    [Id(0)] public long Run { get; init; }

    [Id(1)] public bool Running { get; init; }

    [Id(2)] public DateTimeOffset? StartedAt { get; init; }

    [Id(3)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Pages fetched or abandoned.</summary>
    [Id(4)] public int Pages { get; init; }

    /// <summary>Events stored for submission.</summary>
    [Id(5)] public int Found { get; init; }

    /// <summary>Events and pages that became dead letters.</summary>
    [Id(6)] public int Rejected { get; init; }

    /// <summary>Batches with a stored outcome.</summary>
    [Id(7)] public int Batches { get; init; }

    [Id(8)] public int Sent { get; init; }

    [Id(9)] public int Skipped { get; init; }

    /// <summary>Events on the pages, including unchanged pages.</summary>
    [Id(10)] public int Offered { get; init; }

    /// <summary>The events found by the last whole runs, oldest first.</summary>
    [Id(11)] public ImmutableArray<int> Yields { get; init; } = [];

    /// <summary>Whether the last whole run found far fewer events than usual.</summary>
    [Id(12)] public bool YieldDropped { get; init; }

    /// <summary>Whether the run only reads the pages of failed items again.</summary>
    [Id(13)] public bool Replays { get; init; }

    /// <summary>When the last whole run started; null before the first.</summary>
    [Id(14)] public DateTimeOffset? PlannedFrom { get; init; }
}
