namespace Actors.Catalog.Duplicates.Matching;

/// <summary>How the dates and titles of two events stand to each other.</summary>
internal enum TwinRelation
{
    /// <summary>They have no day in common.</summary>
    Apart,

    /// <summary>On some day they may be the same show.</summary>
    Together,

    /// <summary>They are different shows of one day: the early and the late one. They are never the same.</summary>
    Clash,
}
