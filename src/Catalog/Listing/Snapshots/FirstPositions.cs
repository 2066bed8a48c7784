using System.Collections.Immutable;
using Actors.Catalog.Listing.Pages;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Collects the first positions after a given one, and counts all.</summary>
internal sealed class FirstPositions(int limit, ListPosition? after)
{
    private static readonly Comparer<ListPosition> s_lastFirst = Comparer<ListPosition>.Create(static (a, b) => b.CompareTo(a));
    private readonly PriorityQueue<byte, ListPosition> _first = new(s_lastFirst);
    private ListPosition _last;

    /// <summary>The number of positions that were added or skipped.</summary>
    public int Total { get; private set; }

    /// <summary>True if the limit is reached.</summary>
    public bool IsFull => _first.Count == limit;

    /// <summary>Counts positions that are not among the first.</summary>
    public void Skip(int count) => Total += count;

    public void Add(ListPosition position)
    {
        Total++;
        if ((IsFull && position.CompareTo(_last) >= 0) || (after is { } start && position.CompareTo(start) <= 0)) return;
        if (IsFull) _first.EnqueueDequeue(0, position);
        else _first.Enqueue(0, position);
        _first.TryPeek(out _, out _last);
    }

    /// <summary>The first positions in order.</summary>
    public ImmutableArray<ListPosition> ToPositions()
    {
        ListPosition[] positions = [.. _first.UnorderedItems.Select(item => item.Priority)];
        Array.Sort(positions);
        return [.. positions];
    }
}
