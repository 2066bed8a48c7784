namespace Actors.Catalog.Scraping.Sources;

/// <summary>An item of a source that did not become an event; one row per item, with the latest reason.</summary>
/// <param name="Key">The item's key, or the address of a page.</param>
/// <param name="Reason">One of <see cref="Mapping.DeadLetterReason"/>.</param>
/// <param name="Detail">The details in a short sentence.</param>
/// <param name="Attempts">The number of failed attempts.</param>
/// <param name="LastSeen">The last failed attempt.</param>
internal sealed record DeadLetter(string Key, string Reason, string? Detail, long Attempts, DateTimeOffset LastSeen)
{
    /// <summary>The page to read again; null for rows of older versions.</summary>
    public PageRef? Page { get; init; }

    /// <summary>When it is read again without a command: the next run of its source.</summary>
    public DateTimeOffset? NextTry { get; init; }
}
