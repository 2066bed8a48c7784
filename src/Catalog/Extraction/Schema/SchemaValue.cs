namespace Actors.Catalog.Extraction.Schema;

/// <summary>A value of a schema.org property: a text, or another thing.</summary>
internal abstract class SchemaValue;

/// <summary>A literal. URLs are already absolute where the markup marks them as URLs.</summary>
/// <param name="text">The text.</param>
/// <param name="language">The language of the text, if the markup states it.</param>
internal sealed class SchemaText(string text, string? language = null) : SchemaValue
{
    public string Text { get; } = text;

    public string? Language { get; } = language;
}
