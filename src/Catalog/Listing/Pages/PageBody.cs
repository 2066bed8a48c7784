using System.Collections.Immutable;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Pages;

/// <summary>A body in pieces that several bodies share: a page consists of the cached rows, without a copy.</summary>
/// <param name="pieces">The pieces, in order.</param>
internal sealed class PageBody(ImmutableArray<ReadOnlyMemory<byte>> pieces)
{
    /// <summary>Its length in bytes.</summary>
    public long Length { get; } = pieces.Sum(piece => (long)piece.Length);

    /// <summary>A strong entity tag of the body and of these header values, in quotes.</summary>
    public string Tag(string headers) => EntityTags.Of(pieces, headers);

    public Task WriteAsync(HttpContext http) => BodyInPieces.WriteAsync(http, pieces);
}
