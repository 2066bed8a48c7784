using Actors.Persistence.Commits;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list that is cached as bytes.</summary>
/// <param name="Body">The JSON array, UTF-8.</param>
/// <param name="Point">The point of the commit sequence before the rows were read.</param>
/// <param name="Filled">When the rows were read.</param>
internal sealed record CachedList(ReadOnlyMemory<byte> Body, CommitPoint? Point, long Filled) : EventList(EntityTags.Of(Body.Span), Point, Filled)
{
    /// <summary>The body in each coding that was requested so far.</summary>
    public CodedBody Coded { get; } = new(Body);

    public override ContentCoding Usable(ContentCoding coding) => Coded.Usable(coding);

    public override async Task SendAsync(HttpContext http, ContentCoding coding)
    {
        var body = await Coded.InAsync(coding);
        http.Response.ContentLength = body.Length;
        await BodyInPieces.WriteAsync(http, body);
    }
}
