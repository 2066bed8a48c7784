using System.Globalization;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A site in memory: a listing of several pages that links to event pages.</summary>
internal sealed class MemorySite(Crashes crashes) : IPageFetcher
{
    public const string Host = "https://site.example";

    public Dictionary<string, string> Pages { get; } = [];

    /// <summary>Paths that robots.txt forbids.</summary>
    public HashSet<string> Forbidden { get; } = [];

    /// <summary>Whether pages have an ETag.</summary>
    public bool HasTags { get; set; }

    /// <summary>Pages sent in full.</summary>
    public int Sent { get; private set; }

    /// <summary>Requested paths, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Called before each response.</summary>
    public Func<string, Task> OnFetch { get; set; } = _ => Task.CompletedTask;

    public static MemorySite Of(int events, int perPage, Crashes crashes)
    {
        var site = new MemorySite(crashes);
        var lists = (events + perPage - 1) / perPage;
        for (var list = 1; list <= lists; list++)
        {
            var own = Enumerable.Range((list - 1) * perPage, Math.Min(perPage, events - ((list - 1) * perPage)));
            var next = list < lists ? $"<link rel=next href='/list?page={list + 1}'>" : "";
            site.Pages[$"/list{(list == 1 ? "" : $"?page={list}")}"] = next + string.Concat(own.Select(n => $"<a class=event href='/e/{n}'>x</a>"));
        }
        for (var n = 0; n < events; n++)
            site.Pages[$"/e/{n}"] = Event(n.ToString(CultureInfo.InvariantCulture), $"Событие {n}");
        return site;
    }

    public static string Event(string id, string title, string date = "2026-12-01T19:00") =>
        $$"""<script type="application/ld+json">{"@type":"MusicEvent","identifier":"{{id}}","name":"{{title}}","startDate":"{{date}}","url":"/e/{{id}}","location":"Клуб","image":"/i.png","offers":"100 руб" }</script>""";

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var url = request.Url;
        if (Forbidden.Contains(url.PathAndQuery))
            return new(url, null, "robots.txt forbids it") { Forbidden = true };
        Asked.Add(url.PathAndQuery);
        crashes.Place();
        await OnFetch(url.PathAndQuery).WaitAsync(cancellationToken);
        if (!Pages.TryGetValue(url.PathAndQuery, out var text))
            return new(url, null, "HTTP 404");
        var tag = $"\"{text.GetHashCode(StringComparison.Ordinal)}\"";
        Sent += request.Known?.ETag == tag ? 0 : 1;
        return request.Known?.ETag == tag ? new(url, null, null) { NotModified = true } : new(url, text, null) { Validators = HasTags ? new(tag, null) : null };
    }
}
