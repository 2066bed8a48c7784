using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>Reads hCalendar (class vevent) and its successor h-event.</summary>
internal sealed class HCalendarExtractor : IEventExtractor
{
    public string Name => "hcalendar";

    public Extraction Extract(FetchedPage page)
    {
        if (!page.IsMarkup || page.Html is not { } html)
            return Extraction.Nothing;
        var roots = html.QuerySelectorAll(".vevent, .h-event").Take(ExtractionLimits.Events).ToList();
        var events = roots.Select(r => Read(r, page, roots.Count == 1)).Where(e => e.Title is not null || e.Start is not null).ToImmutableArray();
        // The picture of a page about a single event shows that event.
        return new(events is [{ Image: null } only] ? [only with { Image = PageLinks.Image(page) }] : events, []);
    }

    private static ExtractedEvent Read(IElement root, FetchedPage page, bool isOnly)
    {
        var item = new MicroformatItem(root);
        var (from, to) = (MicroformatTime.Of(item.First("dtstart", "dt-start")), MicroformatTime.Of(item.First("dtend", "dt-end")));
        var start = from?.With(to);
        // An end without a date is on the day of the start, or after midnight.
        if (to is { Day: null, Clock: not null } && from?.Day is { } day && start is { DateOnly: false } && to.With(from)?.InstantIn(page.Zone) < start.InstantIn(page.Zone))
            to = to with { Day = day.AddDays(1) };
        var end = to?.With(from) ?? MicroformatTime.After(start, MicroformatValue.Text(item.First("duration", "dt-duration")));
        var place = MicroformatPlace.Of(item.First("location", "p-location"));
        // Only for a single event: otherwise each of a thousand events could search the whole page.
        var film = !isOnly ? null : root.Closest("[itemtype$='schema.org/Movie']");
        return new ExtractedEvent
        {
            SourceId = MicroformatValue.Text(item.First("uid", "u-uid")),
            Title = MicroformatValue.Text(item.First("summary", "p-name")),
            Start = start,
            End = end,
            Place = place.Name,
            Address = place.Address,
            City = place.City,
            Image = item.All("photo", "u-photo").Select(p => MicroformatValue.Address(p, page.Base)).FirstOrDefault(a => a is not null),
            Url = MicroformatValue.Address(item.First("url", "u-url"), page.Base),
            Description = item.First("description", "e-content", "p-summary") is { } words ? PlainText.Paragraphs(HtmlText.Of(words)) : null,
            Categories = [.. item.All("category", "p-category").Select(MicroformatValue.Text).OfType<string>().Take(ExtractionLimits.Links)],
            Genre = film?.QuerySelector("[itemprop='genre']") is { } genre ? PlainText.Line(genre.GetAttribute("content") ?? HtmlText.Of(genre)) : null,
            TypeHint = film is null ? null : "cinema",
            Cancelled = MicroformatValue.Text(item.First("status", "p-status"))?.StartsWith("cancel", StringComparison.OrdinalIgnoreCase) ?? false,
            Occurrences = start is null ? [] : [new(start, end)],
        };
    }
}
