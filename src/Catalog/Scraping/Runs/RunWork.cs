using Actors.Catalog.Scraping.Sources;


namespace Actors.Catalog.Scraping.Runs;

/// <summary>What a run still has to do, in memory; the same is stored row by row.</summary>
internal sealed class RunWork
{
    private readonly LinkedList<SourcePage> pages = new();
    private readonly HashSet<string> knownPages = new(StringComparer.Ordinal);
    private readonly Queue<SourceItem> waiting = new();
    private readonly HashSet<Guid> knownItems = [];
    private long position;

    public RunWork(SourceWork? stored = null)
    {
        foreach (var page in stored?.Pages ?? [])
            Take(page);
        foreach (var item in stored?.Items ?? [])
            Take(item);
        foreach (var uuid in stored?.Handed ?? [])
            knownItems.Add(uuid);
    }

    public int KnownPages => knownPages.Count;

    public int Waiting => waiting.Count;

    /// <summary>The page to fetch next; null when all are done.</summary>
    public SourcePage? NextPage => pages.First?.Value;

    /// <summary>The next events to hand over.</summary>
    public List<SourceItem> Batch(int size) => [.. waiting.Take(size)];

    public bool IsNew(string url) => !knownPages.Contains(url);

    public bool IsNew(Guid uuid) => !knownItems.Contains(uuid);

    public long NextPosition() => ++position;

    public void Take(SourcePage page)
    {
        position = Math.Max(position, page.Position);
        if (knownPages.Add(page.Url) && !page.Done)
            pages.AddLast(page);
    }

    public void Take(SourceItem item)
    {
        position = Math.Max(position, item.Position);
        if (knownItems.Add(item.Event.Uuid))
            waiting.Enqueue(item);
    }

    public void Replace(SourcePage page)
    {
        if (pages.First is { } first)
            first.Value = page;
    }

    public void PageDone() => pages.RemoveFirst();

    public void Handed(int count)
    {
        while (count-- > 0)
            waiting.Dequeue();
    }
}
