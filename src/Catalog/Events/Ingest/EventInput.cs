using System.Collections.Immutable;
using Actors.Web.Errors;
using Actors.Web.Reading;

namespace Actors.Catalog.Events.Ingest;

/// <summary>
/// One event as a scraper hands it in: the fields of <c>ScrapedEvent</c> and <c>EventCreate</c> of the events platform after reading.
/// </summary>
/// <param name="Uuid">Identity of the event, chosen by the scraper; one event per uuid, for ever.</param>
/// <param name="EventType">Type as sent, not yet normalised: see <see cref="EventTypes"/>.</param>
/// <param name="SourceId">Identity on the source's side, if it has one.</param>
/// <param name="Title">Title, as the page says it.</param>
/// <param name="Description">Description; scrapers fall back to the title.</param>
/// <param name="Price">Lowest price in whole currency units.</param>
/// <param name="DatePreview">The date shown on a card.</param>
/// <param name="DateList">Every date the event takes place on.</param>
/// <param name="Place">Venue, or address where the venue is unknown.</param>
/// <param name="Genre">Genre, or the source's category.</param>
/// <param name="Age">Age mark such as <c>18+</c>.</param>
/// <param name="ImageUrl">Address of the poster at the source; null or blank where there is none.</param>
/// <param name="Url">Address of the event's page.</param>
[GenerateSerializer, Immutable, Alias("catalog.ScrapedEvent")]
internal sealed record EventInput(
    [property: Id(0)] Guid Uuid,
    [property: Id(1)] string EventType,
    [property: Id(2)] string? SourceId,
    [property: Id(3)] string Title,
    [property: Id(4)] string Description,
    [property: Id(5)] long Price,
    [property: Id(6)] EventDate DatePreview,
    [property: Id(7)] ImmutableArray<EventDate> DateList,
    [property: Id(8)] string Place,
    [property: Id(9)] string Genre,
    [property: Id(10)] string? Age,
    [property: Id(11)] string? ImageUrl,
    [property: Id(12)] string Url);

/// <summary>What <c>/scraperCatalog/upload</c> takes, for the API page; <see cref="EventReader"/> reads it.</summary>
internal sealed record EventDocument(
    Guid Uuid,
    string EventType,
    string? Id,
    string Title,
    string Description,
    long Price,
    string DatePreview,
    string[] DateList,
    string Place,
    string Genre,
    string? Age,
    string? ImageUrl,
    string Url);

/// <summary>What the batch routes take, for the API page.</summary>
internal sealed record ResultsDocument(EventDocument[] Events);

/// <summary>Reads events from a body: <c>ScrapedEvent</c> with its old spellings, <c>EventCreate</c> without them.</summary>
internal sealed class EventReader(CatalogOptions options)
{
    private const int ShortText = 500;
    private const int LongText = 2_000;
    private const int UrlText = 4_096;
    private const int DescriptionText = 100_000;
    private const int MostDates = 10_000;

    /// <summary>Most events in one request; the body's size allows fewer of any real kind.</summary>
    private const int MostEvents = 10_000;

    /// <summary>The <c>events</c> of a batch, or everything that is wrong with it.</summary>
    public (ImmutableArray<EventInput> Events, ApiError? Refusal) ReadBatch(JsonRead body, bool oldSpellings)
    {
        if (!body.Ok) return ([], body.Error);
        var reader = new FieldReader(body.Root);
        var events = reader.List("events", item => Read(item, oldSpellings), max: MostEvents);
        return reader.Ok ? (events, null) : ([], reader.Faults.ToError());
    }

    /// <summary>The event that is the whole body, or everything that is wrong with it.</summary>
    public (EventInput? Event, ApiError? Refusal) ReadOne(JsonRead body)
    {
        if (!body.Ok) return (null, body.Error);
        var reader = new FieldReader(body.Root);
        var scraped = Read(reader, oldSpellings: false);
        return reader.Ok ? (scraped, null) : (null, reader.Faults.ToError());
    }

    private EventInput Read(FieldReader reader, bool oldSpellings)
    {
        string? Old(string spelling) => oldSpellings ? spelling : null;
        return new EventInput(
            reader.Guid("uuid"),
            reader.Text("event_type", "type", max: ShortText),
            reader.OptionalText("id", "source_id", max: ShortText),
            reader.Text("title", max: LongText),
            reader.Text("description", max: DescriptionText),
            reader.Integer("price", min: 0),
            Date(reader.DateTimeText("date_preview", Old("date_prewie"))),
            [.. reader.DateTimeTexts("date_list", Old("date_full"), max: MostDates).Select(Date)],
            reader.Text("place", max: LongText),
            reader.Text("genre", Old("janre"), max: ShortText),
            reader.OptionalText("age", Old("raiting"), max: ShortText),
            reader.TextOrNull("image_url", max: UrlText),
            reader.Text("url", max: UrlText));
    }

    private EventDate Date(DateTimeText date) => EventDate.Of(date.Text, date.Local, date.Offset, options.Zone);
}
