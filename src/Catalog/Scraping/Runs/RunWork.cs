using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>What a run still has to do, in memory; the same is stored row by row.</summary>
internal sealed class RunWork
{
    private readonly LinkedList<SourcePage> _pages = new();
    private readonly HashSet<string> _knownPages = new(StringComparer.Ordinal);
    private readonly Queue<SourceItem> _waiting = new();
    private readonly HashSet<Guid> _knownItems = [];
    private long _position;

    public RunWork(SourceWork? stored = null)
    {
        foreach (var page in stored?.Pages ?? [])
            Take(page);
        foreach (var item in stored?.Items ?? [])
            Take(item);
        foreach (var uuid in stored?.Handed ?? [])
            _knownItems.Add(uuid);
    }

    public int KnownPages => _knownPages.Count;

    public int Waiting => _waiting.Count;

    /// <summary>The page to fetch next; null when all are done.</summary>
    public SourcePage? NextPage => _pages.First?.Value;

    /// <summary>The next events to hand over.</summary>
    public List<SourceItem> Batch(int size) => [.. _waiting.Take(size)];

    public bool IsNew(string url) => !_knownPages.Contains(url);

    public bool IsNew(Guid uuid) => !_knownItems.Contains(uuid);

    public long NextPosition() => ++_position;

    public void Take(SourcePage page)
    {
        _position = Math.Max(_position, page.Position);
        if (_knownPages.Add(page.Url) && !page.Done)
            _pages.AddLast(page);
    }

    public void Take(SourceItem item)
    {
        _position = Math.Max(_position, item.Position);
        if (_knownItems.Add(item.Event.Uuid))
            _waiting.Enqueue(item);
    }

    public void Replace(SourcePage page)
    {
        if (_pages.First is { } first)
            first.Value = page;
    }

    public void PageDone() => _pages.RemoveFirst();

    public void Handed(int count)
    {
        while (count-- > 0)
            _waiting.Dequeue();
    }
}
