using System.Collections.Immutable;

namespace Actors.Catalog.Http.Views;

/// <summary>Keeps the first places after a given one, and counts all of them.</summary>
internal sealed class FirstPlaces(int limit, ViewPlace? after)
{
    private static readonly Comparer<ViewPlace> s_lastFirst = Comparer<ViewPlace>.Create(static (a, b) => b.CompareTo(a));
    private readonly PriorityQueue<ViewPlace, ViewPlace> _kept = new(s_lastFirst);

    /// <summary>How many were added.</summary>
    public int Total { get; private set; }

    public void Add(ViewPlace place)
    {
        Total++;
        if (after is { } start && place.CompareTo(start) <= 0) return;
        if (_kept.Count < limit) _kept.Enqueue(place, place);
        else if (place.CompareTo(_kept.Peek()) < 0) _kept.EnqueueDequeue(place, place);
    }

    /// <summary>What was kept, in order.</summary>
    public ImmutableArray<ViewPlace> ToPlaces()
    {
        var places = new ViewPlace[_kept.Count];
        for (var i = places.Length - 1; i >= 0; i--) places[i] = _kept.Dequeue();
        return [.. places];
    }
}
