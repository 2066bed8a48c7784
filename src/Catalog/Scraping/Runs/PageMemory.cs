using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>
/// What a source's pages were when they were last read, so that an unchanged one need not be sent again. Only pages of which everything
/// became an event are kept, and only in memory: after a restart, perhaps with other rules, every page is read anew.
/// </summary>
internal sealed class PageMemory
{
    private readonly Dictionary<string, Known> _pages = new(StringComparer.Ordinal);

    /// <summary>A page as it was read, and the run in which the site last said that it is so.</summary>
    internal sealed record Known(long Run, bool IsList, PageValidators Validators, PageReading Reading, ImmutableArray<Guid> Events, string Hash);

    public int Count => _pages.Count;

    public Known? Find(SourcePage page) => _pages.GetValueOrDefault(page.Url) is { } known && known.IsList == page.IsList ? known : null;

    /// <summary>Keeps a page that was read without any loss; forgets what was known of one that was not.</summary>
    public void Keep(long run, SourcePage page, PageValidators? validators, PageReading reading, string hash, bool lossless)
    {
        _pages.Remove(page.Url);
        if (validators is not null && lossless)
            _pages[page.Url] = new(run, page.IsList, validators, reading with { Events = [] }, [.. reading.Events.Select(e => e.Event!.Uuid)], hash);
    }

    public void StillSo(long run, SourcePage page, Known known) => _pages[page.Url] = known with { Run = run };

    /// <summary>The catalogue did not take an event: its page is read again.</summary>
    public void ForgetEvent(Guid uuid)
    {
        foreach (var (url, known) in _pages)
        {
            if (known.Events.Contains(uuid))
                _pages.Remove(url);
        }
    }

    /// <summary>Pages that a whole run did not come across are forgotten.</summary>
    public void RunEnded(long run)
    {
        foreach (var (url, known) in _pages)
        {
            if (known.Run < run)
                _pages.Remove(url);
        }
    }
}
