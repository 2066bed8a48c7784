using System.Globalization;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Duplicates.Matching;

/// <summary>Test events for the matching rules.</summary>
internal static class Cards
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static long s_id;

    /// <summary>
    /// An event with its own number and uuid. Dates with <c>Z</c> or an offset are kept, others are local; <c>yyyy-MM-dd</c> is a day.
    /// </summary>
    public static EventFingerprint Of(string title, string source, params string[] dates) => new(
        Interlocked.Increment(ref s_id), Guid.NewGuid(), source, TitleKey.Of(title), EventSession.Of(dates.Select(Date), Moscow));

    public static EventDate Date(string text)
    {
        var read = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var hasOffset = text.EndsWith('Z') || text.LastIndexOf('+') > 0;
        return EventDate.Of(text, read.DateTime, hasOffset ? read.Offset : null, Moscow);
    }

    /// <summary>The candidates among events of one venue.</summary>
    public static (List<CandidatePair> Pairs, bool Partial) Candidates(IEnumerable<EventFingerprint> cards, int limit = 1000, params DuplicateDecision[] decisions)
    {
        var graph = new DecisionGraph(decisions);
        var best = new BestCandidates(limit, graph);
        var venue = new VenueMatcher(graph, best);
        venue.CompareAll([.. cards]);
        return ([.. best.Pairs], venue.Partial);
    }

    public static DuplicateDecision Decision(EventFingerprint one, EventFingerprint other, bool same, EventFingerprint? shown = null, int second = 0) =>
        DuplicateDecision.Of(one.Uuid, other.Uuid, same, shown?.Uuid, DateTimeOffset.UnixEpoch.AddSeconds(second));
}
