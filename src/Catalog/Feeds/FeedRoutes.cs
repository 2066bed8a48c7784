using Actors.Catalog.Events;
using Actors.Catalog.Events.Documents;
using Actors.Catalog.Listing;
using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Views;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Feeds;

/// <summary>Any list of active events as a calendar and as news.</summary>
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

    private static Task<IResult> GetCalendarAsync(HttpContext http, ViewReader reader, EventViews views, CatalogOptions options, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        return GetAsync(http, reader, CalendarSize, ViewOrder.Number, view => views.FeedAsync(
            view, CalendarFeed.ContentType, $"ics {now.Year}", events => CalendarFeed.Write(events, view.Filter.Dates, options.Zone, now), http.RequestAborted));
    }

    private static Task<IResult> GetNewsAsync(HttpContext http, ViewReader reader, EventViews views) =>
        GetAsync(http, reader, NewsSize, ViewOrder.Newest, view => views.FeedAsync(
            view, RssFeed.ContentType, $"rss {http.Request.Scheme} {http.Request.Host}", events => RssFeed.Write(events, http.Request), http.RequestAborted));

    private static async Task<IResult> GetAsync(HttpContext http, ViewReader reader, int size, ViewOrder order, Func<ViewRequest, Task<ViewResult>> answer)
    {
        var query = new QueryReader(http);
        var scope = EventQuery.ReadScope(query, active: true);
        var id = EventId.Read(query, "id");
        var view = reader.Read(query, scope, size, order) with { Only = id, HidesGone = true };
        if (EventQuery.Refusal(query, scope) is { } refusal) return ApiErrors.Result(refusal);

        QueryWarnings.NameUnknown(http, ViewParameters.Known);
        QueryWarnings.Warn(http, "no effect in feeds", http.Request.Query.Keys.Where(name => name.Equals("fields", StringComparison.OrdinalIgnoreCase)));
        var result = await answer(view);
        return id is not null && result.Total == 0 ? ApiErrors.Result(s_notFound) : result;
    }
}
