using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Locates one field of a list item. All parts are optional.</summary>
internal sealed record FieldRule
{
    /// <summary>A fixed text, for a field that the page does not contain.</summary>
    public string? Value { get; init; }

    /// <summary>The path of a field in the JSON body; dots separate names.</summary>
    public string? Json { get; init; }

    /// <summary>Selector of an ancestor of the item; the search starts there instead of at the item.</summary>
    public string? Within { get; init; }

    /// <summary>Selector of the element; null: the item itself.</summary>
    public string? Select { get; init; }

    /// <summary>Attribute; null: the text.</summary>
    public string? Attribute { get; init; }

    /// <summary>
    /// The part of the text to use: the first group, or the whole match. The pattern runs in linear time, because pages may be hostile.
    /// </summary>
    public Regex? Match { get; init; }

    /// <summary>A text that matches this pattern is ignored.</summary>
    public Regex? Not { get; init; }
}
