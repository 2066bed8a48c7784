namespace Actors.Catalog.Scraping.Sources;

/// <summary>Selects failed items; null matches all.</summary>
/// <param name="Source">The source.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Search">Text in the key, page or detail. Case-sensitive for non-ASCII letters.</param>
/// <param name="Limit">The maximum number of items.</param>
internal sealed record FailedItemFilter(string? Source = null, string? Reason = null, string? Search = null, int Limit = FailedItemFilter.DefaultLimit)
{
    public const int DefaultLimit = 100, MaxLimit = 10_000;
}

/// <summary>A failed item.</summary>
internal sealed class FailedItem
{
    public string Source { get; init; } = "";

    public string ItemKey { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? Detail { get; init; }

    public long Attempts { get; init; }

    public DateTimeOffset LastSeen { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    /// <summary>The page to read again; null for rows of older versions.</summary>
    public string? Page { get; init; }

    public bool? PageIsList { get; init; }
}

/// <summary>A stored page.</summary>
internal sealed class StoredPage
{
    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public DateTimeOffset FetchedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The text as UTF-8, compressed with Brotli.</summary>
    public byte[] Body { get; init; } = [];
}
