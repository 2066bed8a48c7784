using System.Collections.Immutable;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Events;

/// <summary>What is kept of an event. Stored as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("catalog.EventState")]
internal sealed record EventState
{
    /// <summary>Our number of it, unique and never used again.</summary>
    [Id(0)] public long Id { get; init; }
    [Id(1)] public Guid Uuid { get; init; }

    /// <summary>One of <see cref="EventTypes.Supported"/>.</summary>
    [Id(2)] public string EventType { get; init; } = "";
    [Id(3)] public string? SourceId { get; init; }
    [Id(4)] public string Title { get; init; } = "";
    [Id(5)] public string Description { get; init; } = "";

    /// <summary>Whole currency units.</summary>
    [Id(6)] public long Price { get; init; }
    [Id(7)] public EventDate DatePreview { get; init; }
    [Id(8)] public ImmutableArray<EventDate> DateList { get; init; } = [];
    [Id(9)] public string Place { get; init; } = "";
    [Id(10)] public string Genre { get; init; } = "";
    [Id(11)] public string? Age { get; init; }

    /// <summary>Name of the poster in the store: its content hash.</summary>
    [Id(12)] public string Poster { get; init; } = "";

    /// <summary>Address the poster is served at.</summary>
    [Id(13)] public string ImageUrl { get; init; } = "";

    /// <summary>Address of the event's own page.</summary>
    [Id(14)] public string Url { get; init; } = "";
    [Id(15)] public DateTimeOffset CreatedAt { get; init; }
    [Id(16)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>False once every date has gone by.</summary>
    [Id(17)] public bool Active { get; init; }

    /// <summary>The set of events that operators said are the same; null when there is none.</summary>
    [Id(18)] public TwinMark? Twins { get; init; }

    /// <summary>A new event, active until the hourly pass finds that its dates have gone by.</summary>
    public static EventState Create(long id, EventInput scraped, string poster, string imageUrl, DateTimeOffset now) => new()
    {
        Id = id,
        Uuid = scraped.Uuid,
        EventType = EventTypes.Normalise(scraped.EventType),
        SourceId = scraped.SourceId,
        Title = scraped.Title,
        Description = scraped.Description,
        Price = scraped.Price,
        DatePreview = scraped.DatePreview,
        DateList = scraped.DateList,
        Place = scraped.Place,
        Genre = scraped.Genre,
        Age = scraped.Age,
        Poster = poster,
        ImageUrl = imageUrl,
        Url = scraped.Url,
        CreatedAt = now,
        ChangedAt = now,
        Active = true,
    };

    /// <summary>The event under the number of its row: whoever reads rows by number goes on after that one, whatever a document says.</summary>
    public EventState WithNumber(long id) => id == Id ? this : this with { Id = id };

    /// <summary>Whether it is what a scraped event was made into, and nothing of that has changed since.</summary>
    public bool IsOf(EventInput scraped)
    {
        var made = Create(Id, scraped, Poster, ImageUrl, CreatedAt);
        return DateList.SequenceEqual(made.DateList) && this with { DateList = made.DateList, ChangedAt = made.ChangedAt, Twins = null } == made;
    }

    /// <summary>The event as the hourly pass leaves it; itself when there is nothing to change.</summary>
    /// <param name="now">The moment the pass decides by.</param>
    /// <param name="changedAt">The moment of the change.</param>
    public EventState RolledOver(DateTimeOffset now, DateTimeOffset changedAt)
    {
        if (!Active) return this;
        var next = Rollover.NextDate(DatePreview, DateList, now);
        if (next == DatePreview) return this;
        return next is { } date
            ? this with { DatePreview = date, ChangedAt = changedAt }
            : this with { Active = false, ChangedAt = changedAt };
    }
}
