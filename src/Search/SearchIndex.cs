using System.Collections.Immutable;
using Actors.Search.Index;
using Actors.Search.Query;

namespace Actors.Search;

/// <summary>
/// An immutable in-memory index. A change returns a new index that shares unchanged parts. A document must match every word of a query. Matches rank
/// in this order: exact, prefix, another form (Russian stem), one or two typos. Within each kind, words as typed rank before transliterated words and
/// words of the other keyboard layout.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>An index without documents.</summary>
    public static readonly SearchIndex Empty = new([]);

    /// <summary>More segments than this are merged.</summary>
    private const int MaxSegments = 6;

    private readonly ImmutableArray<LiveSegment> _segments;

    private SearchIndex(ImmutableArray<LiveSegment> segments) => _segments = segments;

    /// <summary>The number of documents.</summary>
    public int Count => _segments.Sum(segment => segment.Count);

    /// <summary>Memory use in bytes, without object headers.</summary>
    public long Bytes => _segments.Sum(segment => segment.Bytes);

    /// <summary>Creates an index of documents with distinct ids; ascending order is fastest.</summary>
    public static SearchIndex Build(IEnumerable<SearchDocument> documents)
    {
        var builder = new SearchIndexBuilder();
        foreach (var document in documents) builder.Add(document);
        return builder.ToIndex();
    }

    internal static SearchIndex Of(Segment segment) => new([new LiveSegment(segment)]);

    /// <summary>Merges indexes that have no document in common.</summary>
    public static SearchIndex Join(IReadOnlyCollection<SearchIndex> parts) =>
        parts.SelectMany(part => part._segments).ToArray() is { Length: > 0 } all ? Of(SegmentMerge.Of(all).Prepared()) : Empty;

    /// <summary>Returns an index with documents added, replaced and removed.</summary>
    public SearchIndex With(IReadOnlyCollection<SearchDocument> changed, IReadOnlyCollection<long> removed)
    {
        long[] outdated = [.. changed.Select(document => document.Id), .. removed];
        var kept = _segments.Select(segment => segment.Without(outdated));
        if (changed.Count > 0) kept = kept.Append(Build(changed)._segments[0]);
        return new SearchIndex(Merged([.. kept.Where(segment => segment.Count > 0)]));
    }

    /// <summary>Finds the best documents.</summary>
    /// <param name="query">The query; only its first 12 words count. Without letters and digits nothing is found.</param>
    /// <param name="limit">Maximum number of hits.</param>
    /// <param name="accept">A filter on document ids; null accepts all. The total counts accepted documents only.</param>
    /// <param name="after">The last hit of the previous page; null for the first page.</param>
    public SearchResult Find(string query, int limit, Func<long, bool>? accept = null, SearchHit? after = null)
    {
        var slots = QueryPlan.Of(query);
        var best = new BestHits(limit, after);
        if (slots.Length == 0) return best.ToResult();
        foreach (var segment in _segments) Collect(segment, slots, accept, best);
        return best.ToResult();
    }

    private static void Collect(LiveSegment live, ImmutableArray<QuerySlot> slots, Func<long, bool>? accept, BestHits best)
    {
        using var scores = new SegmentScores(live.Segment, slots);
        var ids = live.Segment.Ids;
        for (var document = scores.Next(0); document >= 0; document = scores.Next(document + 1))
        {
            if (live.IsDeleted(document) || (accept is not null && !accept(ids[document]))) continue;
            best.Add(new SearchHit(ids[document], scores.RankOf(document)));
        }
    }

    // Merges the last segments while their sizes are similar, so that each document is copied only a few times over many changes.
    private static ImmutableArray<LiveSegment> Merged(List<LiveSegment> segments)
    {
        var first = segments.Count;
        var size = 0L;
        while (first > 0 && (first > MaxSegments || first == segments.Count || segments[first - 1].Count <= 2 * size)) size += segments[--first].Count;
        var tail = segments.Count - first;
        return tail < 2 ? [.. segments] : [.. segments[..first], new LiveSegment(SegmentMerge.Of(segments[first..]).Prepared())];
    }
}
