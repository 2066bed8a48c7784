namespace Actors.Catalog.Scraping.Sources;

/// <summary>Which failed items are wanted; null stands for all.</summary>
/// <param name="Source">Of one source.</param>
/// <param name="Reason">For one reason.</param>
/// <param name="Search">With this text in their key, page or detail; case matters to letters beyond ASCII.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record FailedItemFilter(string? Source = null, string? Reason = null, string? Search = null, int Limit = FailedItemFilter.DefaultLimit)
{
    public const int DefaultLimit = 100, MostLimit = 10_000;
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

    /// <summary>Where it is read again; null for rows of an earlier version.</summary>
    public string? Page { get; init; }

    public bool? PageIsList { get; init; }
}

/// <summary>A page as it was read.</summary>
internal sealed class KeptPage
{
    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public DateTimeOffset FetchedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The text as UTF-8, compressed with Brotli.</summary>
    public byte[] Body { get; init; } = [];
}
