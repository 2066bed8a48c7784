using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Reads lists without semantic markup by the selectors of a source; also from HTML inside a JSON response.</summary>
internal sealed class ListExtractor(ListRule rule) : IEventExtractor
{
    public string Name => "list";

    public Extraction Extract(FetchedPage page)
    {
        if (rule.JsonHtml is not { } field)
            return page.IsMarkup ? Read(new ListPage(page, default)) : new([], [$"{Name}: not an HTML page"]);
        return JsonPage.Read(page, Name, root =>
        {
            if (ListPage.JsonAt(root, field) is not { } html)
                return new([], [$"{Name}: the response has no text \"{field}\""]);
            return Read(new ListPage(new FetchedPage(page.Url, html, page.Zone, page.Today), root));
        });
    }

    private Extraction Read(ListPage list)
    {
        if (list.Page.Html is not { } html)
            return new([], [$"{Name}: the page is too large or nested too deeply to be read"]);
        var events = html.QuerySelectorAll(rule.Item).Take(ExtractionLimits.Events).Select(item => Event(list, item))
            .Where(e => e is { Title: not null, Start: not null });
        return new([.. events], [], WebAddress.Resolve(list.Page.Base, list.Text(rule, ListRule.Next, null)));
    }

    private ExtractedEvent Event(ListPage list, IElement item)
    {
        string? Text(string field) => list.Text(rule, field, item);
        var day = WrittenDate.Read($"{Text(ListRule.Date)} {Text(ListRule.Month)}", list.Page.Today);
        var start = At(day, Text(ListRule.Time));
        var end = Text(ListRule.EndTime) is { } until ? At(day, until) : null;
        return new ExtractedEvent
        {
            Title = Text(ListRule.Title),
            Start = start,
            End = end,
            Place = Text(ListRule.Place),
            Address = Text(ListRule.Address),
            City = Text(ListRule.City),
            Price = PriceText.Read(Text(ListRule.Price)),
            Image = WebAddress.Resolve(list.Page.Base, Text(ListRule.Image)),
            Url = WebAddress.Resolve(list.Page.Base, Text(ListRule.Url)),
            Description = Text(ListRule.Description),
            Genre = Text(ListRule.Genre),
            Age = Text(ListRule.Age),
            Categories = Text(ListRule.Type) is { } type ? [type] : [],
            Occurrences = start is null ? [] : [new(start, end)],
        };
    }

    private static EventTime? At(DateOnly? day, string? time)
    {
        if (day is not { } known)
            return null;
        return WrittenTime.Read(time) is { } clock
            ? EventTimeReader.Read(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known:yyyy-MM-dd}T{clock:HH:mm}"))
            : EventTime.OfDate(known);
    }
}
