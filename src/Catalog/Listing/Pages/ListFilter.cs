using System.Runtime.InteropServices;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Facts;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Selects the events of a request, block by block. The search text is not considered.</summary>
internal sealed class ListFilter(ListRequest request, FactTable table)
{
    private readonly FactFilter _filter = new(request.Filter, table.Places);

    /// <summary>Sets the bits of the events of a block that are in the list, and clears all others.</summary>
    public void Select(FactBlock block, Span<ulong> bits)
    {
        SetAll(block, bits);
        if (request.Scope.EventType is { } type) RangeBits.And(bits, block.Types, TypeNumbers.Of(type), TypeNumbers.Of(type));
        if (request.Only is { } only) AndOnly(block, bits, only);
        Span<ulong> all = stackalloc ulong[FactBlock.Words];
        bits.CopyTo(all);
        AndState(block, bits);
        if (!request.IncludesDeleted)
        {
            _filter.And(block, bits);
            return;
        }

        // An inactive event is in a change feed by its change alone: its other members may no longer match.
        for (var word = 0; word < all.Length; word++) all[word] &= ~bits[word];
        _filter.AndChanged(block, all);
        _filter.And(block, bits);
        for (var word = 0; word < all.Length; word++) bits[word] |= all[word];
    }

    private static void SetAll(FactBlock block, Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            var rows = Math.Clamp(block.Count - (word * RangeBits.Group), 0, RangeBits.Group);
            bits[word] = rows == 0 ? 0 : ulong.MaxValue >> (RangeBits.Group - rows);
        }
    }

    private void AndState(FactBlock block, Span<ulong> bits)
    {
        var states = MemoryMarshal.AsBytes(block.States.AsSpan());
        var (first, last) = (FactState.Shown, request.Only is null ? FactState.Shown : FactState.Hidden);
        if (!request.Scope.Active) (first, last) = (FactState.Inactive, FactState.Inactive);
        RangeBits.And(bits, states, (byte)first, (byte)last);
    }

    private static void AndOnly(FactBlock block, Span<ulong> bits, EventId only)
    {
        for (var row = 0; row < block.Count; row++)
        {
            var (id, uuid) = (block.Ids[row], block.Uuids[row]);
            if ((only.Number ?? id) != id || (only.Uuid ?? uuid) != uuid) bits[row / RangeBits.Group] &= ~(1UL << (row % RangeBits.Group));
        }
    }
}
