namespace Actors.Catalog.Listing.Facts;

/// <summary>Which lists have an event.</summary>
internal enum FactState : byte
{
    /// <summary>Lists of active events.</summary>
    Shown,

    /// <summary>None: it is active, but another that is the same is shown.</summary>
    Hidden,

    /// <summary>Lists of inactive events.</summary>
    Inactive,
}
