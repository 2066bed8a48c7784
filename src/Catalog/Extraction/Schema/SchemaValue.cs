namespace Actors.Catalog.Extraction.Schema;

/// <summary>A value of a schema.org property: a text, or another thing.</summary>
internal abstract class SchemaValue;

/// <summary>A literal; an address is already absolute where the markup says that it is one.</summary>
internal sealed class SchemaText(string text) : SchemaValue
{
    public string Text { get; } = text;
}
