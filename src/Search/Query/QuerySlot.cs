using System.Collections.Immutable;

namespace Actors.Search.Query;

/// <summary>One word between spaces, as it may be meant: a document has to fit one of the alternatives, and every word of it.</summary>
internal sealed record QuerySlot(ImmutableArray<ImmutableArray<QueryWord>> Alternatives);
