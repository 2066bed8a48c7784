using System.Globalization;
using Actors.Web.Bodies;
using Actors.Web.Lists;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Sends a page, or 304 if the caller has it.</summary>
/// <param name="cached">The page with its body.</param>
/// <param name="age">How long ago the page was last known to be current.</param>
/// <param name="contentType">The content type of the body.</param>
internal sealed class EventPageResult(CachedPage cached, TimeSpan age, string contentType) : IResult
{
    /// <summary>The number of events in the whole list.</summary>
    public int Total => cached.Page.Total;

    public Task ExecuteAsync(HttpContext http)
    {
        SetHeaders(http);
        if (EntityTags.IsKnown(http.Request, cached.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = contentType;
        http.Response.ContentLength = cached.Body.Length;
        return cached.Body.WriteAsync(http);
    }

    private void SetHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = cached.Tag;
        headers.CacheControl = "no-cache";
        if (age >= TimeSpan.FromSeconds(1)) headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Paging.SetTotal(http, cached.Page.Total);
        Paging.SetNext(http, cached.Page.Next);
        ChangeFeedHeaders.Set(http, cached.Page);
    }
}
