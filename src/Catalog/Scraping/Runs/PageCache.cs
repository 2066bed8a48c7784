using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>
/// Caches the results of a source's pages, so that an unchanged page needs no new download. Holds only pages whose items all became events, and only
/// in memory: after a restart, possibly with other rules, every page is read again.
/// </summary>
internal sealed class PageCache
{
    private readonly Dictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);

    /// <summary>A cached page and the last run in which the site confirmed it.</summary>
    internal sealed record CachedPage(long Run, bool IsList, PageValidators Validators, MappedPage Reading, ImmutableArray<Guid> Events, string Hash);

    public CachedPage? Find(SourcePage page) => _pages.GetValueOrDefault(page.Url) is { } cached && cached.IsList == page.IsList ? cached : null;

    /// <summary>Caches a page that was read without loss; removes any other page.</summary>
    public void Set(long run, SourcePage page, PageValidators? validators, MappedPage reading, string hash, bool lossless)
    {
        _pages.Remove(page.Url);
        if (validators is not null && lossless)
            _pages[page.Url] = new(run, page.IsList, validators, reading with { Events = [] }, [.. reading.Events.Select(e => e.Event!.Uuid)], hash);
    }

    public void Confirm(long run, SourcePage page, CachedPage cached) => _pages[page.Url] = cached with { Run = run };

    /// <summary>Removes the page of an event that the catalogue refused, so that it is read again.</summary>
    public void RemoveEvent(Guid uuid)
    {
        foreach (var (url, cached) in _pages)
        {
            if (cached.Events.Contains(uuid))
                _pages.Remove(url);
        }
    }

    /// <summary>Removes pages that a whole run did not visit.</summary>
    public void RemoveUnvisited(long run)
    {
        foreach (var (url, cached) in _pages)
        {
            if (cached.Run < run)
                _pages.Remove(url);
        }
    }
}
