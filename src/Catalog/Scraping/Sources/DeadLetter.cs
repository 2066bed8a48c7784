namespace Actors.Catalog.Scraping.Sources;

/// <summary>Something a source offered that did not become an event; one row per item, the latest reason.</summary>
/// <param name="Key">The item's key, or the address of a page.</param>
/// <param name="Reason">One of <see cref="Mapping.DeadLetterReason"/>.</param>
/// <param name="Detail">What exactly, in a short sentence.</param>
/// <param name="Attempts">How often it was seen so.</param>
/// <param name="LastSeen">When last.</param>
internal sealed record DeadLetter(string Key, string Reason, string? Detail, long Attempts, DateTimeOffset LastSeen)
{
    /// <summary>Where it is read again; null for rows of an earlier version.</summary>
    public PageRef? Page { get; init; }

    /// <summary>When that is tried without being asked: the next run of its source.</summary>
    public DateTimeOffset? NextTry { get; init; }
}
