namespace Actors.Catalog.Listing.Pages;

/// <summary>A page of a filtered list with its body.</summary>
internal sealed record CachedPage(EventPage Page, PageBody Body)
{
    /// <summary>The strong entity tag, in quotes.</summary>
    public string Tag { get; } = Body.Tag($"{Page.Total} {Page.Next}");
}
