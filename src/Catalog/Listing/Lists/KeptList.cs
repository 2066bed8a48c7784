using Actors.Catalog.Events;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list that is kept as bytes.</summary>
/// <param name="Body">The JSON array, UTF-8.</param>
/// <param name="ETag">Strong: made of the bytes.</param>
/// <param name="Mark">What the rows were like, before they were read.</param>
/// <param name="Filled">When the rows were read.</param>
internal sealed record KeptList(ReadOnlyMemory<byte> Body, string ETag, EventMark Mark, Reading Filled) : EventList(ETag, Mark, Filled)
{
    /// <summary>The body in every coding that was asked for so far.</summary>
    public CodedBody Coded { get; } = new(Body);

    public override ContentCoding Usable(ContentCoding coding) => Coded.Usable(coding);

    public override async Task SendAsync(HttpContext http, ContentCoding coding)
    {
        var body = await Coded.InAsync(coding);
        http.Response.ContentLength = body.Length;
        await BodyInPieces.WriteAsync(http, body);
    }
}
