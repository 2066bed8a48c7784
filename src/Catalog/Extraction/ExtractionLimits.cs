namespace Actors.Catalog.Extraction;

/// <summary>Bounds that keep a hostile page from costing more than a real one.</summary>
internal static class ExtractionLimits
{
    /// <summary>Characters of a page that are read at all.</summary>
    public const int PageChars = 4 * 1024 * 1024;

    /// <summary>Elements within each other: HTML parsing costs tags times depth, and no real page comes near.</summary>
    public const int HtmlDepth = 500;

    /// <summary>Elements of a page: the parser multiplies formatting elements that are never closed.</summary>
    public const int HtmlElements = 200_000;

    /// <summary>Nesting of JSON and of microdata items.</summary>
    public const int Depth = 64;

    /// <summary>Things (schema.org nodes) read from one page.</summary>
    public const int Things = 20_000;

    /// <summary>Values of all properties read from one page.</summary>
    public const int Values = 200_000;

    /// <summary>Events taken from one page.</summary>
    public const int Events = 1_000;

    /// <summary>JSON-LD blocks of one page.</summary>
    public const int Blocks = 500;

    /// <summary>Links taken from one page.</summary>
    public const int Links = 500;

    /// <summary>Characters kept of a description, and of any other text.</summary>
    public const int Description = 20_000, Text = 1_000;
}
