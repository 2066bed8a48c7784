using Actors.Catalog.Events;
using Actors.Catalog.Events.Documents;
using Actors.Catalog.Listing;
using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Pages;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Feeds;

/// <summary>Lists of active events as a calendar and as a news feed.</summary>
internal static class FeedRoutes
{
    private const int CalendarSize = 1000;
    private const int NewsSize = 100;
    private static readonly ApiError s_notFound = new(StatusCodes.Status404NotFound, "event not found");

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.MapCatalogGroup();
        catalog.MapGet("/events.ics", GetCalendarAsync).WithSummary("Active events as a calendar (RFC 5545)").DescribesFeed()
            .Produces(StatusCodes.Status200OK, contentType: CalendarFeed.ContentType);
        catalog.MapGet("/events.rss", GetNewsAsync).WithSummary("Active events as a feed, the newest first (RSS 2.0)").DescribesFeed()
            .Produces(StatusCodes.Status200OK, contentType: RssFeed.ContentType);
    }

    private static Task<IResult> GetCalendarAsync(HttpContext http, ListRequestReader reader, FilteredLists filtered, CatalogOptions options, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        return GetAsync(http, reader, CalendarSize, ListOrder.Number, request => filtered.FeedAsync(
            request, CalendarFeed.ContentType, $"ics {now.Year}", events => CalendarFeed.Write(events, request.Filter.Dates, options.Zone, now), http.RequestAborted));
    }

    private static Task<IResult> GetNewsAsync(HttpContext http, ListRequestReader reader, FilteredLists filtered) =>
        GetAsync(http, reader, NewsSize, ListOrder.Newest, request => filtered.FeedAsync(
            request, RssFeed.ContentType, $"rss {http.Request.Scheme} {http.Request.Host}", events => RssFeed.Write(events, http.Request), http.RequestAborted));

    private static async Task<IResult> GetAsync(HttpContext http, ListRequestReader reader, int size, ListOrder order, Func<ListRequest, Task<EventPageResult>> answer)
    {
        var query = new QueryReader(http);
        var scope = EventQuery.ReadScope(query, active: true);
        var id = EventId.Read(query, "id");
        var request = reader.Read(query, scope, size, order) with { Only = id, OmitsDeleted = true };
        if (EventQuery.Refusal(query, scope) is { } refusal) return ApiErrors.Result(refusal);

        QueryWarnings.NameUnknown(http, ListParameters.Known);
        QueryWarnings.Warn(http, "no effect in feeds", http.Request.Query.Keys.Where(name => name.Equals("fields", StringComparison.OrdinalIgnoreCase)));
        var result = await answer(request);
        return id is not null && result.Total == 0 ? ApiErrors.Result(s_notFound) : result;
    }
}
