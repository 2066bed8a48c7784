using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>One event as its page or feed states it. <c>null</c> means that the page does not say: unknown, never 0 or now.</summary>
internal sealed record ExtractedEvent
{
    /// <summary>The source's own identifier, when it gives one.</summary>
    public string? SourceId { get; init; }

    public string? Title { get; init; }

    public EventTime? Start { get; init; }

    /// <summary>The end as written, even when it lies before the start: judging that is the mapping's job.</summary>
    public EventTime? End { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    public PriceRange Price { get; init; } = PriceRange.Unknown;

    /// <summary>Absolute http(s) address.</summary>
    public string? Image { get; init; }

    /// <summary>Absolute http(s) address of the event, or of its tickets when it has none of its own.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, without markup.</summary>
    public string? Description { get; init; }

    public string? Genre { get; init; }

    public string? Age { get; init; }

    /// <summary>What the source calls this kind of event, most telling first: category slugs, schema.org types.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>One of the documented event types when the markup itself says so (TheaterEvent → theater).</summary>
    public string? TypeHint { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Every session of its own that is listed, the first included.</summary>
    public ImmutableArray<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Opening hours that repeat by weekday.</summary>
    public ImmutableArray<WeeklyRange> Ranges { get; init; } = [];

    /// <summary>The zone in which its times without an offset are meant, when the source says where that is; null: that of the source.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Why it has no date, when the source says so, in a sentence.</summary>
    public string? WhyNoDate { get; init; }

    /// <summary>True when the page gives a date and no time.</summary>
    public bool AllDay => Start is { DateOnly: true };
}
