using System.Collections.Immutable;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Events;

/// <summary>The stored state of an event, as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("catalog.EventState")]
internal sealed record EventState
{
    /// <summary>Its number: unique, and never used again.</summary>
    [Id(0)] public long Id { get; init; }
    [Id(1)] public Guid Uuid { get; init; }

    /// <summary>One of <see cref="EventTypes.Supported"/>.</summary>
    [Id(2)] public string EventType { get; init; } = "";
    [Id(3)] public string? SourceId { get; init; }
    [Id(4)] public string Title { get; init; } = "";
    [Id(5)] public string Description { get; init; } = "";

    /// <summary>In whole currency units.</summary>
    [Id(6)] public long Price { get; init; }
    [Id(7)] public EventDate DatePreview { get; init; }
    [Id(8)] public ImmutableArray<EventDate> DateList { get; init; } = [];
    [Id(9)] public string Place { get; init; } = "";
    [Id(10)] public string Genre { get; init; } = "";
    [Id(11)] public string? Age { get; init; }

    /// <summary>The poster's name in the store: its content hash.</summary>
    [Id(12)] public string Poster { get; init; } = "";

    /// <summary>The address of the poster.</summary>
    [Id(13)] public string ImageUrl { get; init; } = "";

    /// <summary>The address of the event's page.</summary>
    [Id(14)] public string Url { get; init; } = "";
    [Id(15)] public DateTimeOffset CreatedAt { get; init; }
    [Id(16)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>False once all dates have passed.</summary>
    [Id(17)] public bool Active { get; init; }

    /// <summary>The set of duplicates that the event is in, or null.</summary>
    [Id(18)] public TwinMark? Twins { get; init; }

    /// <summary>Creates an event. It is active until the hourly pass finds that its dates have passed.</summary>
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

    /// <summary>The event with the number of its row. Reads in the order of numbers continue after it, so it wins over the document's number.</summary>
    public EventState WithNumber(long id) => id == Id ? this : this with { Id = id };

    /// <summary>True if the event was created from <paramref name="scraped"/> and has not changed since.</summary>
    public bool IsOf(EventInput scraped)
    {
        var created = Create(Id, scraped, Poster, ImageUrl, CreatedAt);
        return DateList.SequenceEqual(created.DateList) && this with { DateList = created.DateList, ChangedAt = created.ChangedAt, Twins = null } == created;
    }

    /// <summary>The event after the hourly pass; the same instance if nothing changes.</summary>
    /// <param name="now">The time that decides which dates have passed.</param>
    /// <param name="changedAt">The time of the change.</param>
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
