using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>All that a page gives: events, its own picture, and where to go on.</summary>
/// <param name="Events">Each once.</param>
/// <param name="Problems">What could not be read, in sentences.</param>
/// <param name="Image">The page's og:image.</param>
/// <param name="NextPage">Absolute address of the next page of the list.</param>
/// <param name="Links">Absolute addresses the source's rule points to.</param>
internal sealed record ExtractedPage(
    ImmutableArray<ExtractedEvent> Events,
    ImmutableArray<string> Problems,
    string? Image,
    string? NextPage,
    ImmutableArray<string> Links);
