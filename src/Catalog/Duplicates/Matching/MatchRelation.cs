namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The relation of two events by their dates and titles.</summary>
internal enum MatchRelation
{
    /// <summary>No day in common.</summary>
    NoCommonDay,

    /// <summary>They may be the same show on some day.</summary>
    PossibleMatch,

    /// <summary>Different shows of one day, such as an early and a late one; never duplicates.</summary>
    DifferentShows,
}
