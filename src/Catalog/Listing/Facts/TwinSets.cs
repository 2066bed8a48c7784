using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Of active events that operators said are the same, lists have the one of the lowest rank.</summary>
internal sealed class TwinSets
{
    public static readonly TwinSets None = new(FrozenDictionary<Guid, ImmutableArray<long>>.Empty);
    private readonly FrozenDictionary<Guid, ImmutableArray<long>> _members;

    private TwinSets(FrozenDictionary<Guid, ImmutableArray<long>> members) => _members = members;

    /// <summary>The sets of these events.</summary>
    public static TwinSets In(IEnumerable<FactBlock> blocks)
    {
        var found = from block in blocks
                    where block.Twins is not null
                    from row in Enumerable.Range(0, block.Count)
                    where block.Twins![row] is not null
                    group block.Ids[row] by block.Twins![row]!.Set;
        var members = found.ToFrozenDictionary(set => set.Key, set => set.ToImmutableArray());
        return members.Count == 0 ? None : new TwinSets(members);
    }

    /// <summary>The set that an event was in, or null.</summary>
    public Guid? SetOf(FactTable table, long id) =>
        _members.Count > 0 && table.Find(id) is ({ Twins: { } twins }, >= 0 and var row) ? twins[row]?.Set : null;

    /// <summary>The events whose place in lists, or whose time of change, is not what their sets say, as it ought to be; by rising number.</summary>
    public List<EventFacts> Marks(FactTable table) =>
        [.. _members.Values.SelectMany(members => Marks([.. members.Select(id => Facts(table, id))])).OrderBy(e => e.Id)];

    private static EventFacts Facts(FactTable table, long id)
    {
        var (block, row) = table.Find(id);
        return block![row, table.Places];
    }

    // What changes in one event of a set changes all of them.
    private static IEnumerable<EventFacts> Marks(EventFacts[] set)
    {
        var shown = set.Where(e => e.Active).MinBy(e => e.Twins!.RankOf(e.Id));
        var (changedAt, commit) = (set.Max(e => e.ChangedAt), set.Max(e => e.Commit));
        return set.Select(e => e with { Hidden = e.Active && e.Id != shown?.Id, ChangedAt = changedAt, Commit = commit }).Where((marked, i) => marked != set[i]);
    }
}
