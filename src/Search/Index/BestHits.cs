namespace Actors.Search.Index;

/// <summary>Collects the best hits after a given hit, and counts all hits.</summary>
internal sealed class BestHits(int limit, SearchHit? after)
{
    private static readonly Comparer<SearchHit> s_worstFirst = Comparer<SearchHit>.Create(static (a, b) => a == b ? 0 : a.IsBefore(b) ? 1 : -1);
    private readonly PriorityQueue<SearchHit, SearchHit> _kept = new(s_worstFirst);
    private int _total;

    public void Add(SearchHit hit)
    {
        _total++;
        if (after is { } previous && !previous.IsBefore(hit)) return;
        if (_kept.Count < limit) _kept.Enqueue(hit, hit);
        else if (_kept.TryPeek(out var worst, out _) && hit.IsBefore(worst)) _kept.EnqueueDequeue(hit, hit);
    }

    /// <summary>The collected hits, best first.</summary>
    public SearchResult ToResult()
    {
        var hits = new SearchHit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--) hits[i] = _kept.Dequeue();
        return new SearchResult(_total, [.. hits]);
    }
}
