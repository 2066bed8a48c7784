using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>What decides whether two events may be the same.</summary>
/// <param name="Id">Our number of the event.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="Source">Where it comes from: <see cref="EventSource"/>.</param>
/// <param name="Title">Its title in comparable form.</param>
/// <param name="Sessions">Its dates, rising.</param>
internal sealed record TwinCard(long Id, Guid Uuid, string Source, TitleKey Title, ImmutableArray<EventSession> Sessions)
{
    /// <summary>How this event stands to another.</summary>
    public TwinRelation To(TwinCard other)
    {
        if (Title.Marks.Clash(other.Title.Marks)) return TwinRelation.Clash;
        var relation = TwinRelation.Apart;
        var (i, j) = (0, 0);
        while (i < Sessions.Length && j < other.Sessions.Length)
        {
            var (own, others) = (Sessions[i], other.Sessions[j]);
            if (own.GoesWith(others)) return TwinRelation.Together;
            if (own.Day == others.Day) relation = TwinRelation.Clash;
            if (own.CompareTo(others) < 0) i++;
            else j++;
        }

        return relation;
    }

    /// <summary>The first date on which both may be the same show; null when there is none.</summary>
    public EventSession? SharedWith(TwinCard other)
    {
        var (i, j) = (0, 0);
        while (i < Sessions.Length && j < other.Sessions.Length)
        {
            if (Sessions[i].GoesWith(other.Sessions[j])) return Sessions[i].Minute == EventSession.AllDay ? other.Sessions[j] : Sessions[i];
            if (Sessions[i].CompareTo(other.Sessions[j]) < 0) i++;
            else j++;
        }

        return null;
    }
}
