namespace Actors.Catalog.Extraction.Schema;

/// <summary>A value of a schema.org property: a text, or another thing.</summary>
internal abstract class SchemaValue;

/// <summary>A literal; an address is already absolute where the markup says that it is one.</summary>
/// <param name="text">The words.</param>
/// <param name="language">In which language they are, when the markup says so.</param>
internal sealed class SchemaText(string text, string? language = null) : SchemaValue
{
    public string Text { get; } = text;

    public string? Language { get; } = language;
}
