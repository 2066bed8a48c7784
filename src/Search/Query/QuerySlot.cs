using System.Collections.Immutable;

namespace Actors.Search.Query;

/// <summary>One whitespace-separated part of a query with its interpretations. A document matches if it contains every word of one alternative.</summary>
internal sealed record QuerySlot(ImmutableArray<ImmutableArray<QueryWord>> Alternatives);
