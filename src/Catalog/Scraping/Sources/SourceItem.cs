using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>An event of a run, stored before it is handed over.</summary>
/// <param name="Key">What the source calls it.</param>
/// <param name="Position">Order in which events are handed over.</param>
/// <param name="Event">The event.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Batch">Number of the batch that failed as a whole, else null.</param>
/// <param name="StatusCode">The catalogue's status when it failed.</param>
/// <param name="Detail">The catalogue's reason when it failed.</param>
internal sealed record SourceItem(
    string Key, long Position, EventInput Event, SourceItemStage Stage = SourceItemStage.Waiting,
    long? Batch = null, int? StatusCode = null, string? Detail = null)
{
    /// <summary>Where it was read; null for rows of an earlier version.</summary>
    public PageRef? Page { get; init; }
}

/// <summary>How far an event of a run is. The numbers are stored.</summary>
internal enum SourceItemStage
{
    /// <summary>To be handed over.</summary>
    Waiting = 0,

    /// <summary>Created, or known already: not handed over again in this run.</summary>
    Done = 1,

    /// <summary>The catalogue did not take it.</summary>
    Failed = 2,
}
