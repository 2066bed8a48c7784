using System.Collections;

namespace Actors.Search.Index;

/// <summary>A segment and which of its documents have been replaced or taken away since.</summary>
internal sealed class LiveSegment
{
    private readonly BitArray _gone;

    public LiveSegment(Segment segment)
        : this(segment, new BitArray(segment.Ids.Length), segment.Ids.Length)
    {
    }

    private LiveSegment(Segment segment, BitArray gone, int count) => (Segment, _gone, Count) = (segment, gone, count);

    public Segment Segment { get; }

    /// <summary>How many documents are still there.</summary>
    public int Count { get; }

    /// <summary>Bytes it takes.</summary>
    public long Bytes => Segment.Bytes + (_gone.Length / 8);

    public bool IsGone(int document) => _gone[document];

    /// <summary>The same without these documents; itself when it has none of them.</summary>
    public LiveSegment Without(IEnumerable<long> ids)
    {
        BitArray? gone = null;
        var count = Count;
        foreach (var id in ids)
        {
            var document = Array.BinarySearch(Segment.Ids, id);
            if (document < 0 || (gone ?? _gone)[document]) continue;
            (gone ??= new BitArray(_gone))[document] = true;
            count--;
        }

        return gone is null ? this : new LiveSegment(Segment, gone, count);
    }
}
