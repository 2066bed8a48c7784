using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The data of an event that determines its duplicates.</summary>
/// <param name="Id">The number of the event.</param>
/// <param name="Uuid">The uuid of the event.</param>
/// <param name="Source">The source of the event, see <see cref="EventSource"/>.</param>
/// <param name="Title">The title in a form for comparison.</param>
/// <param name="Sessions">The dates, ascending.</param>
internal sealed record EventFingerprint(long Id, Guid Uuid, string Source, TitleKey Title, ImmutableArray<EventSession> Sessions)
{
    /// <summary>The relation of this event to another.</summary>
    public MatchRelation To(EventFingerprint other)
    {
        if (Title.Marks.ConflictsWith(other.Title.Marks)) return MatchRelation.DifferentShows;
        var relation = MatchRelation.NoCommonDay;
        var (i, j) = (0, 0);
        while (i < Sessions.Length && j < other.Sessions.Length)
        {
            var (own, theirs) = (Sessions[i], other.Sessions[j]);
            if (own.Matches(theirs)) return MatchRelation.PossibleMatch;
            if (own.Day == theirs.Day) relation = MatchRelation.DifferentShows;
            if (own.CompareTo(theirs) < 0) i++;
            else j++;
        }

        return relation;
    }

    /// <summary>The first date on which both may be the same show; null if there is none.</summary>
    public EventSession? SharedWith(EventFingerprint other)
    {
        var (i, j) = (0, 0);
        while (i < Sessions.Length && j < other.Sessions.Length)
        {
            if (Sessions[i].Matches(other.Sessions[j])) return Sessions[i].Minute == EventSession.AllDay ? other.Sessions[j] : Sessions[i];
            if (Sessions[i].CompareTo(other.Sessions[j]) < 0) i++;
            else j++;
        }

        return null;
    }
}
