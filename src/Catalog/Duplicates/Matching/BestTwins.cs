using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The most similar pairs of those it is told, one for two sets of events.</summary>
internal sealed class BestTwins(int limit, TwinGraph graph)
{
    private readonly SortedSet<TwinPair> _best = [];
    private readonly Dictionary<(Guid, Guid), TwinPair> _bySets = [];

    /// <summary>The pairs, the most similar first.</summary>
    public ImmutableArray<TwinPair> Pairs => [.. _best];

    /// <summary>Takes a pair in if it is among the best.</summary>
    public void Add(TwinCard one, TwinCard other, int similarity)
    {
        var (first, second) = one.Id < other.Id ? (one, other) : (other, one);
        var pair = new TwinPair(first, second, similarity);
        if (_best.Count == limit && pair.CompareTo(_best.Max) >= 0) return;
        var sets = SetsOf(pair);
        if (_bySets.TryGetValue(sets, out var known))
        {
            if (pair.CompareTo(known) >= 0) return;
            _best.Remove(known);
        }

        _bySets[sets] = pair;
        _best.Add(pair);
        if (_best.Count > limit) Drop(_best.Max!);
    }

    private void Drop(TwinPair pair)
    {
        _best.Remove(pair);
        _bySets.Remove(SetsOf(pair));
    }

    private (Guid, Guid) SetsOf(TwinPair pair) => TwinDecision.Ordered(graph.NameOf(pair.First.Uuid), graph.NameOf(pair.Second.Uuid));
}
