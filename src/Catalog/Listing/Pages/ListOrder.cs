namespace Actors.Catalog.Listing.Views;

/// <summary>What a list is ordered by; the number decides between equals.</summary>
internal enum ViewOrder
{
    /// <summary>The number: as the lists without filters are.</summary>
    Number,

    /// <summary>How well an event fits <c>q</c>, the best first.</summary>
    Rank,

    /// <summary>The commit that changed it, the oldest first.</summary>
    Change,

    /// <summary>The number, the greatest first: feeds of news.</summary>
    Newest,
}
