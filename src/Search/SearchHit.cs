using System.Collections.Immutable;

namespace Actors.Search;

/// <summary>A found document.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Rank">How well it fits; more is better. Hits are ordered by rank, then by number.</param>
public readonly record struct SearchHit(long Id, int Rank)
{
    /// <summary>True when this hit comes before the other.</summary>
    public bool IsBefore(SearchHit other) => Rank != other.Rank ? Rank > other.Rank : Id < other.Id;
}

/// <summary>The best hits of a query.</summary>
/// <param name="Total">How many documents were found in all.</param>
/// <param name="Hits">The best of them after the asked place, in order.</param>
public sealed record SearchResult(int Total, ImmutableArray<SearchHit> Hits);
