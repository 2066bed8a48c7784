using System.Collections.Immutable;
using Actors.Web.Errors;
using Actors.Web.Reading;

namespace Actors.Catalog.Events.Ingest;

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
    public (ImmutableArray<ScrapedEvent> Events, ApiError? Refusal) ReadBatch(JsonRead body, bool oldSpellings)
    {
        if (!body.Ok) return ([], body.Error);
        var reader = new FieldReader(body.Root);
        var events = reader.List("events", item => Read(item, oldSpellings), max: MostEvents);
        return reader.Ok ? (events, null) : ([], reader.Faults.ToError());
    }

    /// <summary>The event that is the whole body, or everything that is wrong with it.</summary>
    public (ScrapedEvent? Event, ApiError? Refusal) ReadOne(JsonRead body)
    {
        if (!body.Ok) return (null, body.Error);
        var reader = new FieldReader(body.Root);
        var scraped = Read(reader, oldSpellings: false);
        return reader.Ok ? (scraped, null) : (null, reader.Faults.ToError());
    }

    private ScrapedEvent Read(FieldReader reader, bool oldSpellings)
    {
        string? Old(string spelling) => oldSpellings ? spelling : null;
        return new ScrapedEvent(
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
