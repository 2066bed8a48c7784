using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Derives sets from decisions. Duplicates are transitive, and an event different from one member is different from the whole set.</summary>
internal sealed class DecisionGraph
{
    private readonly Dictionary<Guid, List<DuplicateDecision>> _same = [];
    private readonly Dictionary<Guid, ImmutableArray<Guid>> _sets = [];
    private readonly Dictionary<(Guid, Guid), DuplicateDecision> _different = [];

    public DecisionGraph(IEnumerable<DuplicateDecision> decisions)
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

    /// <summary>The set of an event: all its duplicates and itself, smallest uuid first.</summary>
    public ImmutableArray<Guid> SetOf(Guid uuid) => _sets.TryGetValue(uuid, out var set) ? set : [uuid];

    /// <summary>The name of an event's set: its smallest uuid.</summary>
    public Guid NameOf(Guid uuid) => SetOf(uuid)[0];

    /// <summary>The decision that makes two events different, or null.</summary>
    public DuplicateDecision? Difference(Guid one, Guid other) => _different.GetValueOrDefault(Pair(one, other));

    /// <summary>Whether a decision about two events exists or follows from others.</summary>
    public bool IsDecided(Guid one, Guid other) => NameOf(one) == NameOf(other) || Difference(one, other) is not null;

    /// <summary>The mark to store with an event; null without duplicates.</summary>
    public TwinMark? MarkOf(Guid uuid)
    {
        var set = SetOf(uuid);
        return set.Length == 1 ? null : new TwinMark(set[0], ShownOf(set) == uuid);
    }

    // The latest decision wins.
    private Guid? ShownOf(ImmutableArray<Guid> set) =>
        set.SelectMany(uuid => _same[uuid]).Where(d => d.Shown is { } shown && set.Contains(shown)).MaxBy(d => d.DecidedAt)?.Shown;

    private List<DuplicateDecision> Edges(Guid uuid)
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

    private (Guid, Guid) Pair(Guid one, Guid other) => DuplicateDecision.Ordered(NameOf(one), NameOf(other));
}
