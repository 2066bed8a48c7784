using System.Globalization;
using Actors.Web.Bodies;
using Actors.Web.Lists;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>Sends a page, or 304 to a caller who has it; what the body has no place for is in headers.</summary>
/// <param name="answer">The answer.</param>
/// <param name="age">How long ago it was last known to be so.</param>
/// <param name="contentType">What the body is.</param>
internal sealed class ViewResult(ViewAnswer answer, TimeSpan age, string contentType) : IResult
{
    /// <summary>How many events the whole list has.</summary>
    public int Total => answer.Page.Total;

    public Task ExecuteAsync(HttpContext http)
    {
        SetHeaders(http);
        if (EntityTags.IsKnown(http.Request, answer.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = contentType;
        http.Response.ContentLength = answer.Body.Length;
        return answer.Body.WriteAsync(http);
    }

    private void SetHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = answer.Tag;
        headers.CacheControl = "no-cache";
        if (age >= TimeSpan.FromSeconds(1)) headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Paging.SetTotal(http, answer.Page.Total);
        Paging.SetNext(http, answer.Page.Next);
        ViewHeaders.Set(http, answer.Page);
    }
}
