namespace Actors.Catalog.Extraction.Lists;

/// <summary>Finds the event pages of a listing.</summary>
/// <param name="Follow">False if the listing already contains the whole events.</param>
/// <param name="Selector">CSS selector of the links; null uses the URLs of the listed events.</param>
internal sealed record LinkRule(bool Follow, string? Selector)
{
    public static readonly LinkRule None = new(false, null);
}
