using System.Collections.Immutable;

namespace Actors.Search;

/// <summary>A document of an index.</summary>
/// <param name="Id">The document's unique id.</param>
/// <param name="Fields">The searchable texts.</param>
public sealed record SearchDocument(long Id, ImmutableArray<SearchField> Fields);

/// <summary>One text of a document.</summary>
/// <param name="Text">The text; only its first 10,000 characters and 300 words are indexed.</param>
/// <param name="Weight">The field's importance, from 1 to 15.</param>
public readonly record struct SearchField(string Text, int Weight);
