using Actors.Catalog.Listing.Facts;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Tests whether events are in a filtered list. Optimised for ascending numbers, as the search index has them: each block is filtered once.</summary>
internal sealed class FilterMembership(FactTable table, ListFilter filter)
{
    private readonly ulong[] _bits = new ulong[FactBlock.Words];
    private FactBlock? _current;
    private int _block;

    /// <summary>True if the event with this number is in the list.</summary>
    public bool Accepts(long id)
    {
        if (_current is null || id > _current.LastId || id < _current.FirstId) Enter(id);
        return _current is not null && RowOf(_current, id) is >= 0 and var row && (_bits[row / RangeBits.Group] >> (row % RangeBits.Group) & 1) != 0;
    }

    // Numbers mostly have no gaps. With gaps the row comes earlier.
    private static int RowOf(FactBlock block, long id)
    {
        var row = (int)Math.Min(id - block.FirstId, block.Count - 1);
        return row >= 0 && block.Ids[row] == id ? row : block.Find(id);
    }

    private void Enter(long id)
    {
        _block = table.BlockOf(id, _current is not null && id > _current.LastId ? _block : 0);
        _current = _block < table.Blocks.Length ? table.Blocks[_block] : null;
        if (_current is not null) filter.Select(_current, _bits);
    }
}
