using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>An event as its page or feed states it. <c>null</c> means that the page does not state the value; it never means 0 or now.</summary>
internal sealed record ExtractedEvent
{
    /// <summary>The source's identifier, if it gives one.</summary>
    public string? SourceId { get; init; }

    public string? Title { get; init; }

    public EventTime? Start { get; init; }

    /// <summary>The end as written, even if it is before the start; the mapping handles that.</summary>
    public EventTime? End { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    public PriceRange Price { get; init; } = PriceRange.Unknown;

    /// <summary>Absolute http(s) address.</summary>
    public string? Image { get; init; }

    /// <summary>Absolute http(s) address of the event, or of its tickets if it has none.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, without markup.</summary>
    public string? Description { get; init; }

    public string? Genre { get; init; }

    public string? Age { get; init; }

    /// <summary>The source's categories, most specific first: category slugs, schema.org types.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The event type that the markup implies (TheaterEvent → theater).</summary>
    public string? TypeHint { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>All listed sessions, including the first.</summary>
    public ImmutableArray<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Opening hours that repeat by weekday.</summary>
    public ImmutableArray<WeeklyRange> Ranges { get; init; } = [];

    /// <summary>
    /// The time zone of the event's place, if the source gives it; null means the zone of the source. Applies to times without offset.
    /// </summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>A sentence that says why the event has no date, if the source gives a reason.</summary>
    public string? NoDateReason { get; init; }

    /// <summary>Whether the page gives a date without a time.</summary>
    public bool AllDay => Start is { DateOnly: true };
}
