using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Converts schema.org events and their sub-types to extracted events.</summary>
/// <param name="page">The page.</param>
/// <param name="start">Base of relative addresses.</param>
/// <param name="markup">The name of the markup, for problems.</param>
internal sealed class SchemaEventReader(FetchedPage page, Uri start, string markup)
{
    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private SchemaSchedules? _schedules;

    /// <summary>Sentences about what could not be read.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    public ExtractedEvent Read(SchemaThing thing)
    {
        var place = SchemaPlace.Of(thing.Values("location"));
        var scheduled = Scheduled(thing);
        var sessions = scheduled.IsEmpty ? Sessions(thing) : scheduled;
        return new ExtractedEvent
        {
            SourceId = Identifier(thing),
            Title = PlainText.Line(thing.Text("name", "headline", "alternateName")),
            Start = sessions.FirstOrDefault()?.Start,
            End = scheduled.IsEmpty ? EventTimeReader.Read(thing.Text("endDate")) : scheduled[0].End,
            Place = place.Name,
            Address = place.Address,
            City = place.City,
            Price = SchemaOffers.Prices(thing),
            Image = Image(thing),
            Url = WebAddress.Resolve(start, thing.Address("url") ?? SchemaOffers.Link(thing)),
            Description = PlainText.Paragraphs(thing.Text("description")),
            Genre = PlainText.Line(thing.TextOrName("genre")),
            Age = PlainText.Line(thing.Text("typicalAgeRange", "contentRating")),
            Categories = [.. thing.Types],
            TypeHint = SchemaTypes.HintOf(thing),
            Cancelled = thing.Tokens("eventStatus").Any(s => s.Contains("Cancelled", StringComparison.OrdinalIgnoreCase)),
            Occurrences = sessions,
        };
    }

    // With a schedule, startDate and endDate are the bounds of the whole event, not a session.
    private ImmutableArray<Occurrence> Scheduled(SchemaThing thing)
    {
        _schedules ??= new SchemaSchedules(page, Report);
        return _schedules.Read(thing.Things("eventSchedule").Concat(thing.Things("courseSchedule")), EventTimeReader.Read(thing.Text("startDate")));
    }

    private void Report(string problem)
    {
        if (_problems.Count < ExtractionLimits.Links)
            _problems.Add($"{markup}: {problem}");
    }

    // Sub-events without an own name are sessions of this event.
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

    /// <summary>Whether a sub-event only repeats its parent at another time.</summary>
    public static bool IsSession(SchemaThing inner, SchemaThing parent) =>
        inner.Text("name") is not { } name || string.Equals(name, parent.Text("name"), StringComparison.OrdinalIgnoreCase);

    private static string? Identifier(SchemaThing thing) =>
        PlainText.Line(thing.Text("identifier") ?? thing.Things("identifier").FirstOrDefault()?.Text("value"));

    private string? Image(SchemaThing thing) =>
        thing.Addresses("image").Concat(thing.Addresses("thumbnailUrl"))
            .Select(address => WebAddress.Resolve(start, address))
            .FirstOrDefault(address => address is not null);
}
