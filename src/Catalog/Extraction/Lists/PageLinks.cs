using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>The links of a page: its picture, its next page and the event pages it lists.</summary>
internal static class PageLinks
{
    public static string? Image(FetchedPage page) =>
        Html(page)?.QuerySelectorAll("meta[property='og:image'], meta[name='og:image'], meta[property='og:image:url']")
            .Select(m => WebAddress.Resolve(page.Base, m.GetAttribute("content")))
            .FirstOrDefault(address => address is not null);

    public static string? Next(FetchedPage page) =>
        Html(page)?.QuerySelectorAll("link[rel~='next'], a[rel~='next']")
            .Select(l => WebAddress.Resolve(page.Base, l.GetAttribute("href")))
            .FirstOrDefault(address => address is not null);

    public static ImmutableArray<string> Events(FetchedPage page, LinkRule rule, ImmutableArray<ExtractedEvent> events)
    {
        if (!rule.Follow)
            return [];
        var found = rule.Selector is { } selector
            ? Html(page)?.QuerySelectorAll(selector).Select(a => WebAddress.Resolve(page.Base, a.GetAttribute("href"))) ?? []
            : events.Select(e => e.Url);
        return [.. found.OfType<string>().Select(WithoutFragment).Where(l => SameSite(page.Url, l)).Distinct(StringComparer.Ordinal).Take(ExtractionLimits.Links)];
    }

    /// <summary>A source is one site: its pages cannot send the scraper elsewhere.</summary>
    public static bool SameSite(Uri page, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority.Equals(page.Authority, StringComparison.OrdinalIgnoreCase);

    private static IDocument? Html(FetchedPage page) => page.IsMarkup ? page.Html : null;

    private static string WithoutFragment(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? address[..at] : address;
}
