namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Finds the candidates among the events of one place: two sources, a day in common, not different shows, undecided.</summary>
/// <param name="graph">What was decided.</param>
/// <param name="best">Takes the candidates.</param>
internal sealed class VenueTwins(TwinGraph graph, BestTwins best)
{
    /// <summary>Events of one place and day that are all compared with each other. Where there are more, the "place" is a town or the internet.</summary>
    public const int MostOnADay = 300;

    /// <summary>How many neighbours are looked at where there are more.</summary>
    private const int Neighbours = 30;

    /// <summary>Pairs of one place that are looked at.</summary>
    private const int MostPairs = 2_000_000;

    private int _left;

    /// <summary>True when some events were only compared with those whose titles are next to theirs.</summary>
    public bool Partial { get; private set; }

    /// <summary>Looks at the events of one place.</summary>
    public void Look(IReadOnlyList<TwinCard> cards)
    {
        _left = MostPairs;
        var sources = cards.Select(card => card.Source).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (cards.Count < 2 || (sources is [{ Length: > 0 }])) return;
        var bySet = cards.ToLookup(card => graph.NameOf(card.Uuid));
        var days = cards.SelectMany(card => card.Sessions.Select(s => s.Day).Distinct().Select(day => (day, card)));
        foreach (var day in days.GroupBy(pair => pair.day, pair => pair.card)) LookAtDay([.. day], day.Key, bySet);
    }

    private void LookAtDay(TwinCard[] cards, int day, ILookup<Guid, TwinCard> bySet)
    {
        var crowded = cards.Length > MostOnADay;
        if (crowded) cards = Arranged(cards);
        var reach = crowded ? Neighbours : cards.Length;
        for (var i = 0; i < cards.Length; i++)
        {
            for (var j = i + 1; j < cards.Length && j - i <= reach; j++)
            {
                if (--_left < 0) Partial = true;
                if (_left < 0) return;
                if (EventSource.Differ(cards[i].Source, cards[j].Source)) Compare(cards[i], cards[j], crowded ? null : day, bySet);
            }
        }
    }

    // Two events with several days in common are compared on the first of them.
    private void Compare(TwinCard one, TwinCard other, int? day, ILookup<Guid, TwinCard> bySet)
    {
        if (one.SharedWith(other) is not { } shared || (day is { } today && shared.Day != today)) return;
        if (graph.IsDecided(one.Uuid, other.Uuid)) return;
        var others = bySet[graph.NameOf(other.Uuid)];
        if (bySet[graph.NameOf(one.Uuid)].Any(mine => others.Any(theirs => mine.To(theirs) == TwinRelation.Clash))) return;
        best.Add(one, other, TitleSimilarity.Of(one.Title, other.Title));
    }

    // Titles that share what is rare come next to each other.
    private TwinCard[] Arranged(TwinCard[] cards)
    {
        Partial = true;
        var counts = cards.SelectMany(card => card.Title.Grams).CountBy(gram => gram).ToDictionary();
        var keys = cards.Select(card => card.Title.Grams.OrderBy(gram => counts[gram]).ThenBy(gram => gram).Take(4).ToArray()).ToArray();
        Array.Sort(keys, cards, Comparer<int[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        return cards;
    }
}
