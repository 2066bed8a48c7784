using System.Globalization;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Duplicates.Matching;

/// <summary>Events for the rules of twins.</summary>
internal static class Cards
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static long s_id;

    /// <summary>An event with a number and a uuid of its own. Dates: with <c>Z</c> or an offset as they are, others local; <c>yyyy-MM-dd</c> is a day.</summary>
    public static TwinCard Of(string title, string source, params string[] dates) => new(
        Interlocked.Increment(ref s_id), Guid.NewGuid(), source, TitleKey.Of(title), EventSession.Of(dates.Select(Date), Moscow));

    public static EventDate Date(string text)
    {
        var read = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var hasOffset = text.EndsWith('Z') || text.LastIndexOf('+') > 0;
        return EventDate.Of(text, read.DateTime, hasOffset ? read.Offset : null, Moscow);
    }

    /// <summary>The candidates among events of one place.</summary>
    public static (List<TwinPair> Pairs, bool Partial) Candidates(IEnumerable<TwinCard> cards, int limit = 1000, params TwinDecision[] decisions)
    {
        var graph = new TwinGraph(decisions);
        var best = new BestTwins(limit, graph);
        var venue = new VenueTwins(graph, best);
        venue.Look([.. cards]);
        return ([.. best.Pairs], venue.Partial);
    }

    public static TwinDecision Decision(TwinCard one, TwinCard other, bool same, TwinCard? shown = null, int second = 0) =>
        TwinDecision.Of(one.Uuid, other.Uuid, same, shown?.Uuid, DateTimeOffset.UnixEpoch.AddSeconds(second));
}
