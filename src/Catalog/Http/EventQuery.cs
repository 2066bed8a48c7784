using Actors.Catalog.Grains.Events;
using Actors.Catalog.Http.Lists;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules;
using Actors.Plumbing.Errors;
using Actors.Plumbing.Http;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http;

/// <summary>Answers <c>?type=</c> and <c>?id=</c>: a list of events, or the one asked for as a list of one.</summary>
internal static class EventQuery
{
    private const int LongestParameter = 200;
    private static readonly ApiError s_unsupportedType = new(StatusCodes.Status404NotFound, "unsupported event type");
    private static readonly ApiError s_notFound = new(StatusCodes.Status404NotFound, "event not found");

    public static Task<IResult> GetActiveAsync(HttpContext http, EventLists lists, EventFinder finder) =>
        GetAsync(http, lists, finder, active: true);

    public static Task<IResult> GetInactiveAsync(HttpContext http, EventLists lists, EventFinder finder) =>
        GetAsync(http, lists, finder, active: false);

    private static async Task<IResult> GetAsync(HttpContext http, EventLists lists, EventFinder finder, bool active)
    {
        var query = new QueryReader(http);
        var type = query.OptionalText("type", LongestParameter) is { Length: > 0 } given ? EventTypes.Normalise(given) : null;
        var id = EventId.Read(query, "id");
        if (!query.Ok) return ApiErrors.Result(query.Faults.ToError());
        if (type is not null && !EventTypes.IsSupported(type)) return ApiErrors.Result(s_unsupportedType);

        var scope = new EventScope(active, type);
        if (id is null) return new EventListResult(await lists.GetAsync(scope));
        return await finder.FindAsync(id.Value, scope) is { } found ? One(found) : ApiErrors.Result(s_notFound);
    }

    private static IResult One(EventView found) =>
        TypedResults.Json([EventResponse.Of(found)], CatalogJson.Readable.EventResponseArray);
}
