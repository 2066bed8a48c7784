namespace Actors.Catalog.Listing.Facts;

/// <summary>The lists that an event is in.</summary>
internal enum FactState : byte
{
    /// <summary>In lists of active events.</summary>
    Shown,

    /// <summary>In no list: it is active, but lists show a duplicate of it.</summary>
    Hidden,

    /// <summary>In lists of inactive events.</summary>
    Inactive,
}
