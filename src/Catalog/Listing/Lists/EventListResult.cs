using System.Globalization;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Sends a list, or 304 if the caller has it.</summary>
internal sealed class EventListResult(ServedList served) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var (list, age) = served;
        var coding = list.Usable(ContentCodings.ChosenBy(http.Request));
        var etag = EntityTags.In(list.ETag, coding);
        var headers = http.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding";
        if (age >= TimeSpan.FromSeconds(1)) headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (EntityTags.IsKnown(http.Request, etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (ContentCodings.NameOf(coding) is { } name) headers.ContentEncoding = name;
        http.Response.ContentType = "application/json";
        await list.SendAsync(http, coding);
    }
}
