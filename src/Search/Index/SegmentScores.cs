using System.Buffers;
using System.Collections.Immutable;
using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>The ranks of a segment's documents for one query. Dispose it: its arrays are pooled.</summary>
internal sealed class SegmentScores : IDisposable
{
    private const int WorstShift = 24;
    private const int SumShift = 8;
    private readonly Segment _segment;
    private readonly byte[] _worst;

    /// <summary>Null if the query has one slot: the sum then equals <see cref="_worst"/>.</summary>
    private ushort[]? _sums;

    public SegmentScores(Segment segment, ImmutableArray<QuerySlot> slots)
    {
        _segment = segment;
        _worst = ArrayPool<byte>.Shared.Rent(Count);
        SlotMatch.Collect(segment, slots[0], _worst);
        if (slots.Length > 1 && Next(0) >= 0) CombineSlots(slots[1..]);
    }

    private int Count => _segment.Ids.Length;

    /// <summary>The first matching document at or after <paramref name="from"/>; negative when there is none.</summary>
    public int Next(int from)
    {
        var found = _worst.AsSpan(from, Count - from).IndexOfAnyExcept((byte)0);
        return found < 0 ? found : from + found;
    }

    /// <summary>The rank of a matching document.</summary>
    public int RankOf(int document) =>
        ((int)Quality.ClassOf(_worst[document]) << WorstShift) | ((_sums?[document] ?? _worst[document]) << SumShift) | (byte.MaxValue - _segment.Lengths[document]);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_worst);
        if (_sums is not null) ArrayPool<ushort>.Shared.Return(_sums);
    }

    // A document must match every slot.
    private void CombineSlots(ImmutableArray<QuerySlot> slots)
    {
        _sums = ArrayPool<ushort>.Shared.Rent(Count);
        _sums.AsSpan(0, Count).Clear();
        Qualities.AddTo(_sums.AsSpan(0, Count), _worst.AsSpan(0, Count));
        var best = ArrayPool<byte>.Shared.Rent(Count);
        foreach (var slot in slots)
        {
            SlotMatch.Collect(_segment, slot, best);
            Qualities.AddTo(_sums.AsSpan(0, Count), best.AsSpan(0, Count));
            if (!Qualities.KeepWorst(_worst.AsSpan(0, Count), best.AsSpan(0, Count))) break;
        }

        ArrayPool<byte>.Shared.Return(best);
    }
}
