namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Two events that may be the same: candidates.</summary>
/// <param name="First">The older one.</param>
/// <param name="Second">The other.</param>
/// <param name="Similarity">How alike their titles are: <see cref="TitleSimilarity"/>.</param>
internal sealed record TwinPair(TwinCard First, TwinCard Second, int Similarity) : IComparable<TwinPair>
{
    /// <summary>The most similar first, then the oldest.</summary>
    public int CompareTo(TwinPair? other)
    {
        if (other is null) return -1;
        if (Similarity != other.Similarity) return other.Similarity.CompareTo(Similarity);
        return (First.Id, Second.Id).CompareTo((other.First.Id, other.Second.Id));
    }
}
