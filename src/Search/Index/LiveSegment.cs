using System.Collections;

namespace Actors.Search.Index;

/// <summary>A segment with the set of its documents that were replaced or removed later.</summary>
internal sealed class LiveSegment
{
    private readonly BitArray _deleted;

    public LiveSegment(Segment segment)
        : this(segment, new BitArray(segment.Ids.Length), segment.Ids.Length)
    {
    }

    private LiveSegment(Segment segment, BitArray deleted, int count) => (Segment, _deleted, Count) = (segment, deleted, count);

    public Segment Segment { get; }

    /// <summary>The number of documents that are not deleted.</summary>
    public int Count { get; }

    /// <summary>Memory use in bytes.</summary>
    public long Bytes => Segment.Bytes + (_deleted.Length / 8);

    public bool IsDeleted(int document) => _deleted[document];

    /// <summary>A copy without these documents; the same object when it contains none of them.</summary>
    public LiveSegment Without(IEnumerable<long> ids)
    {
        BitArray? deleted = null;
        var count = Count;
        foreach (var id in ids)
        {
            var document = Array.BinarySearch(Segment.Ids, id);
            if (document < 0 || (deleted ?? _deleted)[document]) continue;
            (deleted ??= new BitArray(_deleted))[document] = true;
            count--;
        }

        return deleted is null ? this : new LiveSegment(Segment, deleted, count);
    }
}
