using Actors.Catalog.Events.Documents;
using Actors.Catalog.Events.Ingest;
using Actors.Web.Errors;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// The lists of events. Front ends use <c>/catalog</c>, on the catalogue's own listener and through the gateway; scrapers use
/// <c>/scraperCatalog</c>.
/// </summary>
internal static class ListRoutes
{
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        routes.MapCatalogGroup().MapGet("/events", EventQuery.GetActiveAsync).WithSummary("Active events").DescribesEvents();
        var scraperCatalog = routes.MapScraperCatalogGroup();
        scraperCatalog.MapGet("/events", EventQuery.GetActiveAsync).WithSummary("Active events").DescribesEvents();
        scraperCatalog.MapGet("/inactive-events", EventQuery.GetInactiveAsync).WithSummary("Events whose dates have all gone by").DescribesEvents();
    }

    /// <summary>The group of all routes below <c>/catalog</c>.</summary>
    public static RouteGroupBuilder MapCatalogGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/catalog").WithTags("catalog").ForRoles("catalog", "gateway").WithErrors(ErrorDialect.FastApi).AllowAnonymous();
}
