using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>An event of a run, stored before it is submitted.</summary>
/// <param name="Key">The key of the item.</param>
/// <param name="Position">The order of submission.</param>
/// <param name="Event">The event.</param>
/// <param name="Stage">The stage of the event.</param>
/// <param name="Batch">The number of the batch that failed as a whole, else null.</param>
/// <param name="StatusCode">The catalogue's status code after a failure.</param>
/// <param name="Detail">The catalogue's reason after a failure.</param>
internal sealed record SourceItem(
    string Key, long Position, EventInput Event, SourceItemStage Stage = SourceItemStage.Waiting,
    long? Batch = null, int? StatusCode = null, string? Detail = null)
{
    /// <summary>The page of the event; null for rows of older versions.</summary>
    public PageRef? Page { get; init; }
}

/// <summary>The stage of an event in a run. The numbers are stored.</summary>
internal enum SourceItemStage
{
    /// <summary>Not submitted yet.</summary>
    Waiting = 0,

    /// <summary>Created or already known; not submitted again in this run.</summary>
    Done = 1,

    /// <summary>Refused by the catalogue.</summary>
    Failed = 2,
}
