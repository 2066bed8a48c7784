using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>The result of one extractor on a page.</summary>
/// <param name="Events">In page order.</param>
/// <param name="Problems">Sentences about what could not be read.</param>
/// <param name="NextPage">Absolute address of the next page, if the format names one.</param>
internal sealed record Extraction(ImmutableArray<ExtractedEvent> Events, ImmutableArray<string> Problems, string? NextPage = null)
{
    public static readonly Extraction Nothing = new([], []);
}
