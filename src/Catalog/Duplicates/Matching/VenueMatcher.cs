namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Finds candidates among the events of one venue: different sources, a common day, not different shows, undecided.</summary>
/// <param name="graph">The decisions.</param>
/// <param name="best">Receives the candidates.</param>
internal sealed class VenueMatcher(DecisionGraph graph, BestCandidates best)
{
    /// <summary>
    /// Maximum number of events of one venue and day for which all pairs are compared. With more, the "venue" is a city or the internet.
    /// </summary>
    public const int MaxPerDay = 300;

    /// <summary>If there are more, each event is compared with this many neighbours.</summary>
    private const int Neighbours = 30;

    /// <summary>Maximum number of pairs compared per venue.</summary>
    private const int MaxPairs = 2_000_000;

    private int _left;

    /// <summary>Whether some events were compared only with those of similar titles.</summary>
    public bool Partial { get; private set; }

    /// <summary>Compares the events of one venue.</summary>
    public void CompareAll(IReadOnlyList<EventFingerprint> fingerprints)
    {
        _left = MaxPairs;
        var sources = fingerprints.Select(fingerprint => fingerprint.Source).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (fingerprints.Count < 2 || (sources is [{ Length: > 0 }])) return;
        var bySet = fingerprints.ToLookup(fingerprint => graph.NameOf(fingerprint.Uuid));
        var days = fingerprints.SelectMany(fingerprint => fingerprint.Sessions.Select(s => s.Day).Distinct().Select(day => (day, fingerprint)));
        foreach (var day in days.GroupBy(pair => pair.day, pair => pair.fingerprint)) CompareDay([.. day], day.Key, bySet);
    }

    private void CompareDay(EventFingerprint[] fingerprints, int day, ILookup<Guid, EventFingerprint> bySet)
    {
        var isCrowded = fingerprints.Length > MaxPerDay;
        if (isCrowded) fingerprints = SortByRarity(fingerprints);
        var reach = isCrowded ? Neighbours : fingerprints.Length;
        for (var i = 0; i < fingerprints.Length; i++)
        {
            for (var j = i + 1; j < fingerprints.Length && j - i <= reach; j++)
            {
                if (--_left < 0) Partial = true;
                if (_left < 0) return;
                if (EventSource.Differ(fingerprints[i].Source, fingerprints[j].Source)) Compare(fingerprints[i], fingerprints[j], isCrowded ? null : day, bySet);
            }
        }
    }

    // Events with several common days are compared only on the first.
    private void Compare(EventFingerprint one, EventFingerprint other, int? day, ILookup<Guid, EventFingerprint> bySet)
    {
        if (one.SharedWith(other) is not { } shared || (day is { } today && shared.Day != today)) return;
        if (graph.IsDecided(one.Uuid, other.Uuid)) return;
        var otherSet = bySet[graph.NameOf(other.Uuid)];
        if (bySet[graph.NameOf(one.Uuid)].Any(mine => otherSet.Any(theirs => mine.To(theirs) == MatchRelation.DifferentShows))) return;
        best.Add(one, other, TitleSimilarity.Of(one.Title, other.Title));
    }

    // Sorts titles with common rare trigrams next to each other.
    private EventFingerprint[] SortByRarity(EventFingerprint[] fingerprints)
    {
        Partial = true;
        var counts = fingerprints.SelectMany(fingerprint => fingerprint.Title.Grams).CountBy(gram => gram).ToDictionary();
        var keys = fingerprints.Select(fingerprint => fingerprint.Title.Grams.OrderBy(gram => counts[gram]).ThenBy(gram => gram).Take(4).ToArray()).ToArray();
        Array.Sort(keys, fingerprints, Comparer<int[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        return fingerprints;
    }
}
