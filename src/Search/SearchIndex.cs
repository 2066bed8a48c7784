using System.Collections.Immutable;
using Actors.Search.Index;
using Actors.Search.Query;

namespace Actors.Search;

/// <summary>
/// An index in memory that never changes: a change gives another index, which shares what stayed the same. Every word of a query must be found:
/// exactly, as a beginning, as another form (Russian stems), or with one or two typos, in this order; and in each of them as it was typed before
/// transliterated or typed with the other keyboard layout.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>An index without documents.</summary>
    public static readonly SearchIndex Empty = new([]);

    /// <summary>More segments than this are merged.</summary>
    private const int MaxSegments = 6;

    private readonly ImmutableArray<LiveSegment> _segments;

    private SearchIndex(ImmutableArray<LiveSegment> segments) => _segments = segments;

    /// <summary>How many documents it holds.</summary>
    public int Count => _segments.Sum(segment => segment.Count);

    /// <summary>Bytes it takes, without its objects' own.</summary>
    public long Bytes => _segments.Sum(segment => segment.Bytes);

    /// <summary>An index of documents with different numbers; in rising order they are taken in fastest.</summary>
    public static SearchIndex Build(IEnumerable<SearchDocument> documents)
    {
        var builder = new SearchIndexBuilder();
        foreach (var document in documents) builder.Add(document);
        return builder.ToIndex();
    }

    internal static SearchIndex Of(Segment segment) => new([new LiveSegment(segment)]);

    /// <summary>One index of several that have no document in common.</summary>
    public static SearchIndex Join(IReadOnlyCollection<SearchIndex> parts) =>
        parts.SelectMany(part => part._segments).ToArray() is { Length: > 0 } all ? Of(SegmentMerge.Of(all).Prepared()) : Empty;

    /// <summary>An index in which documents were added or replaced, and others taken away.</summary>
    public SearchIndex With(IReadOnlyCollection<SearchDocument> changed, IReadOnlyCollection<long> removed)
    {
        long[] gone = [.. changed.Select(document => document.Id), .. removed];
        var kept = _segments.Select(segment => segment.Without(gone));
        if (changed.Count > 0) kept = kept.Append(Build(changed)._segments[0]);
        return new SearchIndex(Merged([.. kept.Where(segment => segment.Count > 0)]));
    }

    /// <summary>The best documents.</summary>
    /// <param name="query">What was asked for; only its first 12 words count. Without letters and digits nothing is found.</param>
    /// <param name="limit">Most hits to return.</param>
    /// <param name="accept">Which documents may be found; null: all. They are counted in the total.</param>
    /// <param name="after">The hit after which to go on; null: from the best.</param>
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
            if (live.IsGone(document) || (accept is not null && !accept(ids[document]))) continue;
            best.Add(new SearchHit(ids[document], scores.RankOf(document)));
        }
    }

    // The last segments are merged while they are of like size, so that a document is copied a few times only, however many changes follow.
    private static ImmutableArray<LiveSegment> Merged(List<LiveSegment> segments)
    {
        var first = segments.Count;
        var size = 0L;
        while (first > 0 && (first > MaxSegments || first == segments.Count || segments[first - 1].Count <= 2 * size)) size += segments[--first].Count;
        var tail = segments.Count - first;
        return tail < 2 ? [.. segments] : [.. segments[..first], new LiveSegment(SegmentMerge.Of(segments[first..]).Prepared())];
    }
}
