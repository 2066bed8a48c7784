using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>What is known of some events and of all that were said to be the same.</summary>
/// <param name="Decisions">The decisions that touch them.</param>
/// <param name="Graph">What follows from these.</param>
/// <param name="Events">The events.</param>
internal sealed record TwinMatter(ImmutableArray<TwinDecision> Decisions, TwinGraph Graph, ImmutableDictionary<Guid, EventState> Events)
{
    /// <summary>Reads it from the rows.</summary>
    public static async Task<TwinMatter> ReadAsync(ITwinRows rows, IEnumerable<Guid> uuids)
    {
        var (known, open) = (new HashSet<Guid>(uuids), uuids.ToList());
        var decisions = new Dictionary<(Guid, Guid), TwinDecision>();
        while (open.Count > 0)
        {
            var found = await rows.DecisionsOfAsync(open);
            foreach (var decision in found) decisions[(decision.First, decision.Second)] = decision;
            open = [.. found.Where(d => d.Same).SelectMany(d => new[] { d.First, d.Second }).Where(known.Add)];
        }

        // What is different from one of them belongs to a set as well.
        var graph = new TwinGraph(decisions.Values);
        var events = await rows.EventsAsync(known);
        return new([.. decisions.Values], graph, events.ToImmutableDictionary(e => e.Uuid));
    }

    /// <summary>What decides whether these events may be the same.</summary>
    public ImmutableDictionary<Guid, TwinCard> Cards(TimeZoneInfo zone) =>
        Events.ToImmutableDictionary(pair => pair.Key, pair => TwinCards.Of(pair.Value, zone));

    /// <summary>The decision of two events, or null.</summary>
    public TwinDecision? DecisionOf(Guid one, Guid other)
    {
        var pair = TwinDecision.Ordered(one, other);
        return Decisions.FirstOrDefault(d => (d.First, d.Second) == pair);
    }
}
