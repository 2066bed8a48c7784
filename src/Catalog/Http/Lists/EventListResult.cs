using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http.Lists;

/// <summary>Sends a kept list, or 304 to a caller who has it.</summary>
internal sealed class EventListResult(ServedList served) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        var (list, age) = served;
        var headers = http.Response.Headers;
        headers.ETag = list.ETag;
        headers.CacheControl = "no-cache";
        if (age >= TimeSpan.FromSeconds(1)) headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (EntityTags.IsKnown(http.Request, list.ETag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = list.Body.Length;
        return BodyInPieces.WriteAsync(http, list.Body);
    }
}
