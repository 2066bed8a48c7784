using System.Collections.Immutable;

namespace Actors.Search;

/// <summary>A found document.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Rank">The match quality; higher is better. Hits are ordered by rank, then by id.</param>
public readonly record struct SearchHit(long Id, int Rank)
{
    /// <summary>True when this hit comes before the other.</summary>
    public bool IsBefore(SearchHit other) => Rank != other.Rank ? Rank > other.Rank : Id < other.Id;
}

/// <summary>The best hits of a query.</summary>
/// <param name="Total">The number of matching documents.</param>
/// <param name="Hits">The best hits after the given one, in order.</param>
public sealed record SearchResult(int Total, ImmutableArray<SearchHit> Hits);
