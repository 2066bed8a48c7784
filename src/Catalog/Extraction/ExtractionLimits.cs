namespace Actors.Catalog.Extraction;

/// <summary>Limits that keep a hostile page from costing more than a real one.</summary>
internal static class ExtractionLimits
{
    /// <summary>A page with more characters is not read.</summary>
    public const int PageChars = 4 * 1024 * 1024;

    /// <summary>Maximum nesting of elements. Parsing costs tags times depth, and real pages stay far below.</summary>
    public const int HtmlDepth = 500;

    /// <summary>Maximum number of elements. The parser duplicates formatting elements that are never closed.</summary>
    public const int HtmlElements = 200_000;

    /// <summary>Maximum nesting of JSON and of microdata items.</summary>
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
