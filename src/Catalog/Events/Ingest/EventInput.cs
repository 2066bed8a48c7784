using System.Collections.Immutable;
using Actors.Web.Errors;
using Actors.Web.Reading;

namespace Actors.Catalog.Events.Ingest;

/// <summary>
/// One submitted event: the fields of <c>ScrapedEvent</c> and <c>EventCreate</c> of the events platform after reading.
/// </summary>
/// <param name="Uuid">The identity of the event, chosen by the scraper. A uuid never stands for another event.</param>
/// <param name="EventType">The type as sent, not normalised (see <see cref="EventTypes"/>).</param>
/// <param name="SourceId">The id at the source, or null.</param>
/// <param name="Title">The title of the page.</param>
/// <param name="Description">The description; scrapers use the title if the page has none.</param>
/// <param name="Price">The lowest price in whole currency units.</param>
/// <param name="DatePreview">The date that lists show.</param>
/// <param name="DateList">All dates of the event.</param>
/// <param name="Place">The venue, or the address if the venue is unknown.</param>
/// <param name="Genre">The genre, or the source's category.</param>
/// <param name="Age">The age limit, such as <c>18+</c>.</param>
/// <param name="ImageUrl">The address of the poster at the source; null or blank without one.</param>
/// <param name="Url">The address of the event's page.</param>
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

/// <summary>The body of <c>/scraperCatalog/upload</c> on the API page; <see cref="EventReader"/> reads it.</summary>
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

/// <summary>The body of the batch routes on the API page.</summary>
internal sealed record ResultsDocument(EventDocument[] Events);

/// <summary>Reads events from a body: <c>ScrapedEvent</c> with its old spellings of fields, <c>EventCreate</c> without them.</summary>
internal sealed class EventReader(CatalogOptions options)
{
    private const int ShortText = 500;
    private const int LongText = 2_000;
    private const int UrlText = 4_096;
    private const int DescriptionText = 100_000;
    private const int MaxDates = 10_000;

    /// <summary>Maximum events of a request. The limit of the body's size allows fewer real events.</summary>
    private const int MaxEvents = 10_000;

    /// <summary>Reads the <c>events</c> of a batch, or all faults of the body.</summary>
    public (ImmutableArray<EventInput> Events, ApiError? Refusal) ReadBatch(JsonRead body, bool oldSpellings)
    {
        if (!body.Ok) return ([], body.Error);
        var reader = new FieldReader(body.Root);
        var events = reader.List("events", item => Read(item, oldSpellings), max: MaxEvents);
        return reader.Ok ? (events, null) : ([], reader.Faults.ToError());
    }

    /// <summary>Reads a body that is one event, or all its faults.</summary>
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
            [.. reader.DateTimeTexts("date_list", Old("date_full"), max: MaxDates).Select(Date)],
            reader.Text("place", max: LongText),
            reader.Text("genre", Old("janre"), max: ShortText),
            reader.OptionalText("age", Old("raiting"), max: ShortText),
            reader.TextOrNull("image_url", max: UrlText),
            reader.Text("url", max: UrlText));
    }

    private EventDate Date(DateTimeText date) => EventDate.Of(date.Text, date.Local, date.Offset, options.Zone);
}
