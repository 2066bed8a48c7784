using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Events;

/// <summary>Sends one event as a list of one.</summary>
internal sealed class OneEventResult(EventState found) : IResult
{
    private const int UsualLength = 2048;

    public Task ExecuteAsync(HttpContext http)
    {
        // Serialized before sending, so that the length is known and the response is not chunked.
        var body = CatalogJson.Write([EventResponse.Of(found)], UsualLength);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }
}
