namespace Actors.Catalog.Listing.Views;

/// <summary>The answer to a request for a filtered list.</summary>
/// <param name="Page">The page.</param>
/// <param name="Body">The body.</param>
internal sealed record ViewAnswer(ViewPage Page, ViewBody Body)
{
    /// <summary>Its strong validator, in quotes.</summary>
    public string Tag { get; } = Body.Tag($"{Page.Total} {Page.Next}");
}
