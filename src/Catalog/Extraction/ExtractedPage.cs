using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>Everything read from a page: events, its picture, the next page and links.</summary>
/// <param name="Events">The events, without duplicates.</param>
/// <param name="Problems">Sentences about what could not be read.</param>
/// <param name="Image">The page's og:image.</param>
/// <param name="NextPage">Absolute address of the next page of the list.</param>
/// <param name="Links">Absolute addresses that the source's link rule selects.</param>
internal sealed record ExtractedPage(
    ImmutableArray<ExtractedEvent> Events,
    ImmutableArray<string> Problems,
    string? Image,
    string? NextPage,
    ImmutableArray<string> Links);
