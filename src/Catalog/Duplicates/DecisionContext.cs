using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>The decisions about some events and all their duplicates.</summary>
/// <param name="Decisions">The decisions about them.</param>
/// <param name="Graph">The sets derived from the decisions.</param>
/// <param name="Events">The events.</param>
internal sealed record DecisionContext(ImmutableArray<DuplicateDecision> Decisions, DecisionGraph Graph, ImmutableDictionary<Guid, EventState> Events)
{
    /// <summary>Reads the context from the rows.</summary>
    public static async Task<DecisionContext> ReadAsync(IDuplicateRows rows, IEnumerable<Guid> uuids)
    {
        var (known, open) = (new HashSet<Guid>(uuids), uuids.ToList());
        var decisions = new Dictionary<(Guid, Guid), DuplicateDecision>();
        while (open.Count > 0)
        {
            var found = await rows.DecisionsOfAsync(open);
            foreach (var decision in found) decisions[(decision.First, decision.Second)] = decision;
            open = [.. found.Where(d => d.Same).SelectMany(d => new[] { d.First, d.Second }).Where(known.Add)];
        }

        // The graph also needs the decisions that mark events as different.
        var graph = new DecisionGraph(decisions.Values);
        var events = await rows.EventsAsync(known);
        return new([.. decisions.Values], graph, events.ToImmutableDictionary(e => e.Uuid));
    }

    /// <summary>The fingerprints of the events.</summary>
    public ImmutableDictionary<Guid, EventFingerprint> FingerprintsOf(TimeZoneInfo zone) =>
        Events.ToImmutableDictionary(pair => pair.Key, pair => Fingerprints.Of(pair.Value, zone));

    /// <summary>The decision about two events, or null.</summary>
    public DuplicateDecision? DecisionOf(Guid one, Guid other)
    {
        var pair = DuplicateDecision.Ordered(one, other);
        return Decisions.FirstOrDefault(d => (d.First, d.Second) == pair);
    }
}
