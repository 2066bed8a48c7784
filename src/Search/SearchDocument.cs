using System.Collections.Immutable;

namespace Actors.Search;

/// <summary>Something that can be found.</summary>
/// <param name="Id">Its number; an index holds each once.</param>
/// <param name="Fields">Its texts.</param>
public sealed record SearchDocument(long Id, ImmutableArray<SearchField> Fields);

/// <summary>One text of a document.</summary>
/// <param name="Text">The text; at most its first 10,000 characters and 300 words count.</param>
/// <param name="Weight">What a match in it is worth beside one in other fields: 1 to 15.</param>
public readonly record struct SearchField(string Text, int Weight);
