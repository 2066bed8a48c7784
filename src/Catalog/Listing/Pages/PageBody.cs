using System.Collections.Immutable;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>A body in pieces that others may share: a page of events is the rows it shows, none of them copied.</summary>
/// <param name="pieces">The pieces, in order.</param>
internal sealed class ViewBody(ImmutableArray<ReadOnlyMemory<byte>> pieces)
{
    /// <summary>Bytes it has.</summary>
    public long Length { get; } = pieces.Sum(piece => (long)piece.Length);

    /// <summary>A strong validator of the body and of what its headers say, in quotes.</summary>
    public string Tag(string headers) => EntityTags.Of(pieces, headers);

    /// <summary>Sends it.</summary>
    public Task WriteAsync(HttpContext http) => BodyInPieces.WriteAsync(http, pieces);
}
