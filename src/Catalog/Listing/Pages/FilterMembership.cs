using Actors.Catalog.Listing.Facts;

namespace Actors.Catalog.Listing.Views;

/// <summary>Says of events whose numbers mostly rise, as those of an index do, whether a list has them: each block is looked through once.</summary>
internal sealed class ViewCursor(FactTable table, ViewFilter filter)
{
    private readonly ulong[] _bits = new ulong[FactBlock.Words];
    private FactBlock? _at;
    private int _block;

    /// <summary>True when the event with a number is in the list.</summary>
    public bool Accepts(long id)
    {
        if (_at is null || id > _at.LastId || id < _at.FirstId) Enter(id);
        return _at is not null && RowOf(_at, id) is >= 0 and var row && (_bits[row / RangeBits.Group] >> (row % RangeBits.Group) & 1) != 0;
    }

    // Numbers mostly follow each other without a gap; where there are gaps, the row is further up.
    private static int RowOf(FactBlock block, long id)
    {
        var row = (int)Math.Min(id - block.FirstId, block.Count - 1);
        return row >= 0 && block.Ids[row] == id ? row : block.Find(id);
    }

    private void Enter(long id)
    {
        _block = table.BlockOf(id, _at is not null && id > _at.LastId ? _block : 0);
        _at = _block < table.Blocks.Length ? table.Blocks[_block] : null;
        if (_at is not null) filter.Select(_at, _bits);
    }
}
