using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The remaining work of a run, in memory. The same data is stored in rows.</summary>
internal sealed class RunWork
{
    private readonly LinkedList<SourcePage> _pages = new();
    private readonly HashSet<string> _knownPages = new(StringComparer.Ordinal);
    private readonly Queue<SourceItem> _pending = new();
    private readonly HashSet<Guid> _knownItems = [];
    private long _position;

    public RunWork(SourceWork? stored = null)
    {
        foreach (var page in stored?.Pages ?? [])
            Add(page);
        foreach (var item in stored?.Items ?? [])
            Add(item);
        foreach (var uuid in stored?.Submitted ?? [])
            _knownItems.Add(uuid);
    }

    public int KnownPages => _knownPages.Count;

    public int Pending => _pending.Count;

    /// <summary>The next page to fetch; null if all are done.</summary>
    public SourcePage? NextPage => _pages.First?.Value;

    /// <summary>The next events to submit.</summary>
    public List<SourceItem> Batch(int size) => [.. _pending.Take(size)];

    public bool IsNew(string url) => !_knownPages.Contains(url);

    public bool IsNew(Guid uuid) => !_knownItems.Contains(uuid);

    public long NextPosition() => ++_position;

    public void Add(SourcePage page)
    {
        _position = Math.Max(_position, page.Position);
        if (_knownPages.Add(page.Url) && !page.Done)
            _pages.AddLast(page);
    }

    public void Add(SourceItem item)
    {
        _position = Math.Max(_position, item.Position);
        if (_knownItems.Add(item.Event.Uuid))
            _pending.Enqueue(item);
    }

    public void Replace(SourcePage page)
    {
        if (_pages.First is { } first)
            first.Value = page;
    }

    public void CompletePage() => _pages.RemoveFirst();

    public void Submitted(int count)
    {
        while (count-- > 0)
            _pending.Dequeue();
    }
}
