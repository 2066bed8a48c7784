namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Two candidate duplicates.</summary>
/// <param name="First">The older event.</param>
/// <param name="Second">The newer event.</param>
/// <param name="Similarity">The similarity of their titles, see <see cref="TitleSimilarity"/>.</param>
internal sealed record CandidatePair(EventFingerprint First, EventFingerprint Second, int Similarity) : IComparable<CandidatePair>
{
    /// <summary>Orders by similarity, then by age.</summary>
    public int CompareTo(CandidatePair? other)
    {
        if (other is null) return -1;
        if (Similarity != other.Similarity) return other.Similarity.CompareTo(Similarity);
        return (First.Id, Second.Id).CompareTo((other.First.Id, other.Second.Id));
    }
}
