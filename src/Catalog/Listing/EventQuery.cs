using Actors.Catalog.Events;
using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Pages;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing;

/// <summary>
/// Answers <c>?type=</c> and <c>?id=</c> with a list of events, or with one event as a list of one; with filter parameters, a page of a filtered list.
/// </summary>
internal static class EventQuery
{
    private const int MaxParameterLength = 200;
    private const int PageSize = 100;
    private static readonly ApiError s_unsupportedType = new(StatusCodes.Status404NotFound, "unsupported event type");
    private static readonly ApiError s_notFound = new(StatusCodes.Status404NotFound, "event not found");

    public static Task<IResult> GetActiveAsync(HttpContext http, EventLists lists, EventFinder finder, ListRequestReader reader, FilteredLists filtered) =>
        GetAsync(http, lists, finder, reader, filtered, active: true);

    public static Task<IResult> GetInactiveAsync(HttpContext http, EventLists lists, EventFinder finder, ListRequestReader reader, FilteredLists filtered) =>
        GetAsync(http, lists, finder, reader, filtered, active: false);

    /// <summary>The scope that <c>type</c> selects.</summary>
    public static EventScope ReadScope(QueryReader query, bool active) =>
        new(active, query.OptionalText("type", MaxParameterLength) is { Length: > 0 } given ? EventTypes.Normalise(given) : null);

    /// <summary>The error of a query that was read, or null.</summary>
    public static ApiError? Refusal(QueryReader query, EventScope scope)
    {
        if (!query.Ok) return query.Faults.ToError();
        return scope.EventType is { } type && !EventTypes.IsSupported(type) ? s_unsupportedType : null;
    }

    private static async Task<IResult> GetAsync(
        HttpContext http, EventLists lists, EventFinder finder, ListRequestReader reader, FilteredLists filtered, bool active)
    {
        if (!http.Request.QueryString.HasValue) return new EventListResult(await lists.GetAsync(new EventScope(active)));
        var query = new QueryReader(http);
        var scope = ReadScope(query, active);
        var id = EventId.Read(query, "id");
        var asDocumented = ListParameters.AreDocumented(http.Request.Query);
        var request = !asDocumented && ListParameters.ExtraIn(http.Request.Query).Any() ? reader.Read(query, scope, PageSize, ListOrder.Number) : null;
        if (Refusal(query, scope) is { } refusal) return ApiErrors.Result(refusal);

        if (!asDocumented) Warn(http, id);
        if (id is not null) return await OneAsync(finder, id.Value, scope, request);
        if (request is null) return new EventListResult(await lists.GetAsync(scope));
        return await filtered.JsonAsync(request, http.RequestAborted);
    }

    private static async Task<IResult> OneAsync(EventFinder finder, EventId id, EventScope scope, ListRequest? request)
    {
        if (await finder.FindAsync(id, scope) is not { } found) return ApiErrors.Result(s_notFound);
        return request is null or { Fields.IsEmpty: true } ? new OneEventResult(found) : TypedResults.Bytes(PageJson.Write(found, request.Fields), "application/json");
    }

    private static void Warn(HttpContext http, EventId? id)
    {
        QueryWarnings.NameUnknown(http, ListParameters.Known);
        if (id is not null) QueryWarnings.Warn(http, "no effect beside id", ListParameters.ExtraIn(http.Request.Query).Where(name => name != "fields"));
    }
}
