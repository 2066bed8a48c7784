using Actors.Search.Index;

namespace Actors.Search;

/// <summary>Builds an index document by document, so that they need not be in memory together.</summary>
public sealed class SearchIndexBuilder
{
    private readonly SegmentBuilder _segment = new();

    /// <summary>Adds a document with a new id; ascending order is fastest.</summary>
    public void Add(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentWords.Add(_segment, document);
    }

    /// <summary>Creates the index; the builder must not be used afterwards.</summary>
    public SearchIndex ToIndex() => SearchIndex.Of(_segment.Build());
}
