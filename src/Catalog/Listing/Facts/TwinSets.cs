using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>The sets of duplicates. Lists show the active event of the lowest rank of each set.</summary>
internal sealed class TwinSets
{
    public static readonly TwinSets None = new(FrozenDictionary<Guid, ImmutableArray<long>>.Empty);
    private readonly FrozenDictionary<Guid, ImmutableArray<long>> _members;

    private TwinSets(FrozenDictionary<Guid, ImmutableArray<long>> members) => _members = members;

    /// <summary>The sets of the events of these blocks.</summary>
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

    /// <summary>The set of an event in the table, or null.</summary>
    public Guid? SetOf(FactTable table, long id) =>
        _members.Count > 0 && table.Find(id) is ({ Twins: { } twins }, >= 0 and var row) ? twins[row]?.Set : null;

    /// <summary>Returns, corrected and in the order of their numbers, the events whose visibility or change does not agree with their set.</summary>
    public List<EventFacts> Marks(FactTable table) =>
        [.. _members.Values.SelectMany(members => Marks([.. members.Select(id => Facts(table, id))])).OrderBy(e => e.Id)];

    private static EventFacts Facts(FactTable table, long id)
    {
        var (block, row) = table.Find(id);
        return block![row, table.Places];
    }

    // A change of one event of a set counts as a change of all.
    private static IEnumerable<EventFacts> Marks(EventFacts[] set)
    {
        var shown = set.Where(e => e.Active).MinBy(e => e.Twins!.RankOf(e.Id));
        var (changedAt, commit) = (set.Max(e => e.ChangedAt), set.Max(e => e.Commit));
        return set.Select(e => e with { Hidden = e.Active && e.Id != shown?.Id, ChangedAt = changedAt, Commit = commit }).Where((marked, i) => marked != set[i]);
    }
}
