using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>What follows from decisions: the same as the same is the same, and what is different from one is different from all of its set.</summary>
internal sealed class TwinGraph
{
    private readonly Dictionary<Guid, List<TwinDecision>> _same = [];
    private readonly Dictionary<Guid, ImmutableArray<Guid>> _sets = [];
    private readonly Dictionary<(Guid, Guid), TwinDecision> _different = [];

    public TwinGraph(IEnumerable<TwinDecision> decisions)
    {
        var known = decisions.ToList();
        foreach (var decision in known.Where(d => d.Same))
        {
            Edges(decision.First).Add(decision);
            Edges(decision.Second).Add(decision);
        }

        foreach (var uuid in _same.Keys) CollectSet(uuid);
        foreach (var decision in known.Where(d => !d.Same)) _different[Pair(decision.First, decision.Second)] = decision;
    }

    /// <summary>All events that are the same as this one, itself among them, the least uuid first.</summary>
    public ImmutableArray<Guid> SetOf(Guid uuid) => _sets.TryGetValue(uuid, out var set) ? set : [uuid];

    /// <summary>The name of an event's set: the least uuid in it.</summary>
    public Guid NameOf(Guid uuid) => SetOf(uuid)[0];

    /// <summary>The decision by which two events are different, or null.</summary>
    public TwinDecision? Difference(Guid one, Guid other) => _different.GetValueOrDefault(Pair(one, other));

    /// <summary>True when it is decided, directly or by what follows, whether two events are the same.</summary>
    public bool IsDecided(Guid one, Guid other) => NameOf(one) == NameOf(other) || Difference(one, other) is not null;

    /// <summary>What is to be kept with an event; null when it is the same as no other.</summary>
    public TwinMark? MarkOf(Guid uuid)
    {
        var set = SetOf(uuid);
        return set.Length == 1 ? null : new TwinMark(set[0], ShownOf(set) == uuid);
    }

    // The operator's last wish holds.
    private Guid? ShownOf(ImmutableArray<Guid> set) =>
        set.SelectMany(uuid => _same[uuid]).Where(d => d.Shown is { } shown && set.Contains(shown)).MaxBy(d => d.DecidedAt)?.Shown;

    private List<TwinDecision> Edges(Guid uuid)
    {
        if (!_same.TryGetValue(uuid, out var edges)) _same[uuid] = edges = [];
        return edges;
    }

    private void CollectSet(Guid start)
    {
        if (_sets.ContainsKey(start)) return;
        var (set, open) = (new SortedSet<Guid> { start }, new Stack<Guid>([start]));
        while (open.TryPop(out var uuid))
        {
            foreach (var next in _same[uuid].Select(d => d.First == uuid ? d.Second : d.First).Where(set.Add)) open.Push(next);
        }

        ImmutableArray<Guid> members = [.. set];
        foreach (var member in members) _sets[member] = members;
    }

    private (Guid, Guid) Pair(Guid one, Guid other) => TwinDecision.Ordered(NameOf(one), NameOf(other));
}
