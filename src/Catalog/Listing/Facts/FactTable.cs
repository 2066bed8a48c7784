using System.Collections.Immutable;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>
/// The filter columns of all events in the order of their numbers. Immutable: a change returns a new table, which shares the unchanged blocks.
/// </summary>
internal sealed class FactTable
{
    private readonly PlaceNames _places;

    private FactTable(ImmutableArray<FactBlock> blocks, PlaceNames places, TwinSets sets)
    {
        (Blocks, _places, Sets) = (blocks, places, sets);
        Count = blocks.Sum(block => block.Count);
    }

    public ImmutableArray<FactBlock> Blocks { get; }

    /// <summary>The sets of duplicates.</summary>
    public TwinSets Sets { get; }

    public int Count { get; }

    public PlaceNames Places => _places;

    public IEnumerable<EventFacts> Events => Blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(row => block[row, _places]));

    /// <summary>Creates a table of blocks that are in the order of their numbers.</summary>
    public static FactTable Of(IEnumerable<FactBlock> blocks, PlaceNames places)
    {
        var table = new FactTable([.. blocks], places, TwinSets.None);
        return table.Marked(TwinSets.In(table.Blocks));
    }

    /// <summary>The block and row of an event; a negative row if the table does not have it.</summary>
    public (FactBlock? Block, int Row) Find(long id) =>
        BlockOf(id, 0) is var at && at < Blocks.Length ? (Blocks[at], Blocks[at].Find(id)) : (null, -1);

    /// <summary>The index of the first block, from <paramref name="from"/> on, whose last number is at least <paramref name="id"/>.</summary>
    public int BlockOf(long id, int from)
    {
        int low = from, high = Blocks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].LastId < id) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The version of an event's row; zero if the table does not have it.</summary>
    public long VersionOf(long id) => Find(id) is ({ } block, >= 0 and var row) ? block.Versions[row] : 0;

    /// <summary>The table with new and changed events.</summary>
    public FactTable With(IReadOnlyCollection<EventFacts> changed)
    {
        var touched = changed.Select(e => Sets.SetOf(this, e.Id)).Concat(changed.Select(e => e.Twins?.Set)).Any(set => set is not null);
        var blocks = FactChanges.Apply(Blocks, [.. changed.OrderBy(e => e.Id)], _places);
        var next = new FactTable(blocks, _places, Sets);
        return touched ? next.Marked(TwinSets.In(blocks)) : next;
    }

    // A change of one event of a set may change which event of the set is shown.
    private FactTable Marked(TwinSets sets)
    {
        var marks = sets.Marks(this);
        return new FactTable(marks.Count == 0 ? Blocks : FactChanges.Apply(Blocks, marks, _places), _places, sets);
    }
}
