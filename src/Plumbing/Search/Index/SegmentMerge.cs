namespace Actors.Plumbing.Search.Index;

/// <summary>Makes one segment of several, from their words: texts are not needed again.</summary>
internal static class SegmentMerge
{
    public static Segment Of(IEnumerable<LiveSegment> parts)
    {
        var builder = new SegmentBuilder();
        foreach (var part in parts) Add(builder, part);
        return builder.Build();
    }

    private static void Add(SegmentBuilder builder, LiveSegment part)
    {
        var segment = part.Segment;
        var places = new int[segment.Ids.Length];
        for (var document = 0; document < places.Length; document++)
        {
            places[document] = part.IsGone(document) ? -1 : builder.Begin(segment.Ids[document], segment.Lengths[document]);
        }

        for (var term = 0; term < segment.Terms.Count; term++) AddWord(builder, segment, term, places);
    }

    private static void AddWord(SegmentBuilder builder, Segment segment, int term, int[] places)
    {
        var word = -1;
        for (var at = segment.Starts[term]; at < segment.Starts[term + 1]; at++)
        {
            if (places[segment.Documents[at]] is not (>= 0 and var place)) continue;
            if (word < 0) word = builder.NumberOf(segment.Terms[term]);
            builder.Add(word, place, segment.Weights[at]);
        }
    }
}
