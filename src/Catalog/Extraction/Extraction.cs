using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>What one extractor found on a page, and what it could not read.</summary>
/// <param name="Events">In page order.</param>
/// <param name="Problems">What could not be read, in sentences.</param>
/// <param name="NextPage">Absolute address of the next page, when the format itself names one.</param>
internal sealed record Extraction(ImmutableArray<ExtractedEvent> Events, ImmutableArray<string> Problems, string? NextPage = null)
{
    public static readonly Extraction Nothing = new([], []);
}
