namespace Actors.Catalog.Listing.Pages;

/// <summary>The order of a list. Events of equal rank are ordered by number.</summary>
internal enum ListOrder
{
    /// <summary>By number, as in lists without filters.</summary>
    Number,

    /// <summary>By how well an event matches <c>q</c>, best match first.</summary>
    Rank,

    /// <summary>By the commit that changed it, oldest change first.</summary>
    Change,

    /// <summary>By number, highest first, as in news feeds.</summary>
    Newest,
}
