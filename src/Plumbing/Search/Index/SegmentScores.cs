using System.Buffers;
using System.Collections.Immutable;
using Actors.Plumbing.Search.Query;

namespace Actors.Plumbing.Search.Index;

/// <summary>The ranks of a segment's documents for one query. Its arrays are borrowed: dispose it.</summary>
internal sealed class SegmentScores : IDisposable
{
    private const int WorstShift = 24;
    private const int SumShift = 8;
    private readonly Segment _segment;
    private readonly int _count;
    private readonly byte[] _worst;
    private readonly ushort[] _sums;

    public SegmentScores(Segment segment, ImmutableArray<QuerySlot> slots)
    {
        (_segment, _count) = (segment, segment.Ids.Length);
        (_worst, _sums) = (ArrayPool<byte>.Shared.Rent(_count), ArrayPool<ushort>.Shared.Rent(_count));
        _worst.AsSpan(0, _count).Fill(byte.MaxValue);
        _sums.AsSpan(0, _count).Clear();
        var best = ArrayPool<byte>.Shared.Rent(_count);
        foreach (var slot in slots)
        {
            SlotMatch.Collect(segment, slot, best);
            if (!Take(best.AsSpan(0, _count))) break;
        }

        ArrayPool<byte>.Shared.Return(best);
    }

    /// <summary>The rank of a document; 0 when it does not fit.</summary>
    public int RankOf(int document) => _worst[document] == 0 ? 0
        : ((int)Quality.ClassOf(_worst[document]) << WorstShift) | (_sums[document] << SumShift) | (byte.MaxValue - _segment.Lengths[document]);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_worst);
        ArrayPool<ushort>.Shared.Return(_sums);
    }

    // Every slot has to be found: what one of them misses is out.
    private bool Take(ReadOnlySpan<byte> best)
    {
        var any = false;
        for (var document = 0; document < best.Length; document++)
        {
            var worst = Math.Min(_worst[document], best[document]);
            _worst[document] = worst;
            _sums[document] += best[document];
            any |= worst > 0;
        }

        return any;
    }
}
