using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Where one field of a list's item stands. All parts are optional.</summary>
internal sealed record FieldRule
{
    /// <summary>A fixed text, for what the page says nowhere.</summary>
    public string? Value { get; init; }

    /// <summary>A field of the JSON body, dots between names.</summary>
    public string? Json { get; init; }

    /// <summary>Selector of the element around the item in which to look, instead of the item itself.</summary>
    public string? Within { get; init; }

    /// <summary>Selector of the element; null: the item itself.</summary>
    public string? Select { get; init; }

    /// <summary>Attribute; null: the text.</summary>
    public string? Attribute { get; init; }

    /// <summary>What of the text counts: the first group, or the whole match. Linear, as pages may be hostile.</summary>
    public Regex? Match { get; init; }

    /// <summary>A text that matches this counts for nothing.</summary>
    public Regex? Not { get; init; }
}
