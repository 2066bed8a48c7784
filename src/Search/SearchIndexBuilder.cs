using Actors.Search.Index;

namespace Actors.Search;

/// <summary>Takes documents in one by one, so that they need not be in memory together.</summary>
public sealed class SearchIndexBuilder
{
    private readonly SegmentBuilder _segment = new();

    /// <summary>Adds a document with a number that was not added yet; in rising order is fastest.</summary>
    public void Add(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentWords.Add(_segment, document);
    }

    /// <summary>The index of everything added; the builder is used up.</summary>
    public SearchIndex ToIndex() => SearchIndex.Of(_segment.Build());
}
