using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Collects the most similar pairs, at most one for each two sets of duplicates.</summary>
internal sealed class BestCandidates(int limit, DecisionGraph graph)
{
    private readonly SortedSet<CandidatePair> _best = [];
    private readonly Dictionary<(Guid, Guid), CandidatePair> _bySets = [];

    /// <summary>The pairs, most similar first.</summary>
    public ImmutableArray<CandidatePair> Pairs => [.. _best];

    /// <summary>Adds a pair if it is among the best.</summary>
    public void Add(EventFingerprint one, EventFingerprint other, int similarity)
    {
        var (first, second) = one.Id < other.Id ? (one, other) : (other, one);
        var pair = new CandidatePair(first, second, similarity);
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

    private void Drop(CandidatePair pair)
    {
        _best.Remove(pair);
        _bySets.Remove(SetsOf(pair));
    }

    private (Guid, Guid) SetsOf(CandidatePair pair) => DuplicateDecision.Ordered(graph.NameOf(pair.First.Uuid), graph.NameOf(pair.Second.Uuid));
}
