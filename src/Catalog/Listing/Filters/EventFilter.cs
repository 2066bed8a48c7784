namespace Actors.Catalog.Listing.Filters;

/// <summary>Which events a list has; every condition must hold.</summary>
internal sealed record EventFilter
{
    /// <summary>Some date of the event is within.</summary>
    public DateRange Dates { get; init; } = DateRange.Always;

    /// <summary>The place contains this, in comparable letters; empty: any place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The price is at least this.</summary>
    public long PriceMin { get; init; } = long.MinValue;

    /// <summary>The price is at most this.</summary>
    public long PriceMax { get; init; } = long.MaxValue;

    /// <summary>Suitable for this age: the event's limit is known and not above it. Null: any.</summary>
    public int? Age { get; init; }

    /// <summary>Changed at this moment or later, in unix milliseconds. Null: at any time.</summary>
    public long? ChangedSince { get; init; }

    /// <summary>Changed by this commit or a later one. Null: by any.</summary>
    public long? FirstCommit { get; init; }
}
