using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>A schema.org Event (or sub-type) to an extracted event.</summary>
internal static class SchemaEventReader
{
    public static ExtractedEvent Read(SchemaThing thing, Uri page)
    {
        var place = SchemaPlace.Of(thing.Values("location"));
        var sessions = Sessions(thing);
        return new ExtractedEvent
        {
            SourceId = Identifier(thing),
            Title = PlainText.Line(thing.Text("name", "headline", "alternateName")),
            Start = sessions.FirstOrDefault()?.Start,
            End = EventTimeReader.Read(thing.Text("endDate")),
            Place = place.Name,
            Address = place.Address,
            City = place.City,
            Price = SchemaOffers.Prices(thing),
            Image = Image(thing, page),
            Url = WebAddress.Resolve(page, thing.Text("url") ?? SchemaOffers.Link(thing)),
            Description = PlainText.Paragraphs(thing.Text("description")),
            Genre = PlainText.Line(thing.Text("genre")),
            Age = PlainText.Line(thing.Text("typicalAgeRange", "contentRating")),
            Categories = [.. thing.Types],
            TypeHint = SchemaTypes.HintOf(thing),
            Cancelled = thing.Text("eventStatus")?.Contains("Cancelled", StringComparison.OrdinalIgnoreCase) ?? false,
            Occurrences = sessions,
        };
    }

    // Sub-events without a name of their own are sessions of this one.
    private static ImmutableArray<Occurrence> Sessions(SchemaThing thing)
    {
        var end = EventTimeReader.Read(thing.Text("endDate"));
        var own = thing.Texts("startDate").Select(EventTimeReader.Read).OfType<EventTime>().ToList();
        var inner = thing.Things("subEvent").Where(s => IsSession(s, thing))
            .Select(s => (Start: EventTimeReader.Read(s.Text("startDate")), End: EventTimeReader.Read(s.Text("endDate"))));
        return
        [
            .. own.Select(s => new Occurrence(s, own.Count == 1 ? end : null)),
            .. inner.Where(s => s.Start is not null).Select(s => new Occurrence(s.Start!, s.End)),
        ];
    }

    /// <summary>True for a sub-event that only repeats its parent at another time.</summary>
    public static bool IsSession(SchemaThing inner, SchemaThing parent) =>
        inner.Text("name") is not { } name || string.Equals(name, parent.Text("name"), StringComparison.OrdinalIgnoreCase);

    private static string? Identifier(SchemaThing thing) =>
        PlainText.Line(thing.Text("identifier") ?? thing.Things("identifier").FirstOrDefault()?.Text("value"));

    private static string? Image(SchemaThing thing, Uri page) =>
        thing.Values("image").Concat(thing.Values("thumbnailUrl"))
            .Select(i => i is SchemaThing picture ? picture.Text("url", "contentUrl") ?? picture.Id : (i as SchemaText)?.Text)
            .Select(address => WebAddress.Resolve(page, address))
            .FirstOrDefault(address => address is not null);
}
