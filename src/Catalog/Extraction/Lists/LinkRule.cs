namespace Actors.Catalog.Extraction.Lists;

/// <summary>How the event pages of a listing are found.</summary>
/// <param name="Follow">False for a source whose pages hold the whole event already.</param>
/// <param name="Selector">CSS selector of the links; null: the addresses of the events that the listing names.</param>
internal sealed record LinkRule(bool Follow, string? Selector)
{
    public static readonly LinkRule None = new(false, null);
}
