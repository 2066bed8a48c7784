namespace Actors.Catalog.Listing.Filters;

/// <summary>The conditions of a filtered list; an event must meet all of them.</summary>
internal sealed record EventFilter
{
    /// <summary>At least one date of the event overlaps this range.</summary>
    public DateRange Dates { get; init; } = DateRange.Always;

    /// <summary>The place contains this folded text; empty for any place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The price is at least this.</summary>
    public long PriceMin { get; init; } = long.MinValue;

    /// <summary>The price is at most this.</summary>
    public long PriceMax { get; init; } = long.MaxValue;

    /// <summary>The event's age limit is known and at most this. Null for any.</summary>
    public int? Age { get; init; }

    /// <summary>Changed at this moment or later, in unix milliseconds. Null for any time.</summary>
    public long? ChangedSince { get; init; }

    /// <summary>Changed by this commit or a later one. Null for any commit.</summary>
    public long? FirstCommit { get; init; }
}
