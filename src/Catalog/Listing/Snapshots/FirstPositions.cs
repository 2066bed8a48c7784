using System.Collections.Immutable;
using Actors.Catalog.Listing.Views;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Keeps the first places after a given one, and counts all of them.</summary>
internal sealed class FirstPlaces(int limit, ViewPlace? after)
{
    private static readonly Comparer<ViewPlace> s_lastFirst = Comparer<ViewPlace>.Create(static (a, b) => b.CompareTo(a));
    private readonly PriorityQueue<byte, ViewPlace> _kept = new(s_lastFirst);
    private ViewPlace _last;

    /// <summary>How many were added or skipped.</summary>
    public int Total { get; private set; }

    /// <summary>True when as many are kept as are asked for.</summary>
    public bool IsFull => _kept.Count == limit;

    /// <summary>Counts places that are not among the first.</summary>
    public void Skip(int count) => Total += count;

    public void Add(ViewPlace place)
    {
        Total++;
        if ((IsFull && place.CompareTo(_last) >= 0) || (after is { } start && place.CompareTo(start) <= 0)) return;
        if (IsFull) _kept.EnqueueDequeue(0, place);
        else _kept.Enqueue(0, place);
        _kept.TryPeek(out _, out _last);
    }

    /// <summary>What was kept, in order.</summary>
    public ImmutableArray<ViewPlace> ToPlaces()
    {
        ViewPlace[] places = [.. _kept.UnorderedItems.Select(item => item.Priority)];
        Array.Sort(places);
        return [.. places];
    }
}
