using System.Globalization;
using Actors.Catalog.Http.Lists;
using Actors.Plumbing.Http;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http.Views;

/// <summary>Sends a page, or 304 to a caller who has it; what the body has no place for is in headers.</summary>
/// <param name="page">The page.</param>
/// <param name="body">Its body.</param>
/// <param name="contentType">What the body is.</param>
internal sealed class ViewResult(ViewPage page, ReadOnlyMemory<byte> body, string contentType) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        var etag = EntityTags.Of(body.Span, $"{page.Total} {page.Next}");
        SetHeaders(http, etag);
        if (EntityTags.IsKnown(http.Request, etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        return BodyInPieces.WriteAsync(http, body);
    }

    private void SetHeaders(HttpContext http, string etag)
    {
        var headers = http.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = "no-cache";
        if (page.Age >= TimeSpan.FromSeconds(1)) headers.Age = ((long)page.Age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Paging.SetTotal(http, page.Total);
        Paging.SetNext(http, page.Next);
    }
}
