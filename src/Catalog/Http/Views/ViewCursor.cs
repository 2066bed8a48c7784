using Actors.Catalog.Rules.Filters.Facts;

namespace Actors.Catalog.Http.Views;

/// <summary>Says of events whose numbers mostly rise, as those of an index do, whether a list has them: each block is looked through once.</summary>
internal sealed class ViewCursor(FactTable table, ViewFilter filter)
{
    private readonly ulong[] _bits = new ulong[FactBlock.Words];
    private FactBlock? _at;
    private int _block;
    private int _row;

    /// <summary>True when the event with a number is in the list.</summary>
    public bool Accepts(long id)
    {
        if (_at is null || id > _at.LastId || id < _at.FirstId) Enter(id);
        if (_at is null) return false;
        var ids = _at.Ids.AsSpan(0, _at.Count);
        if (_row >= ids.Length || ids[_row] > id) _row = 0;
        while (_row < ids.Length && ids[_row] < id) _row++;
        return _row < ids.Length && ids[_row] == id && (_bits[_row / RangeBits.Group] >> (_row % RangeBits.Group) & 1) != 0;
    }

    private void Enter(long id)
    {
        (_block, _row) = (table.BlockOf(id, _at is not null && id > _at.LastId ? _block : 0), 0);
        _at = _block < table.Blocks.Length ? table.Blocks[_block] : null;
        if (_at is not null) filter.Select(_at, _bits);
    }
}
