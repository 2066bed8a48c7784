using Actors.Catalog.Events;
using Actors.Catalog.Events.Documents;
using Actors.Catalog.Feeds;
using Actors.Web.Errors;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Listing.Lists;

/// <summary><c>/catalog</c>: what front ends read, on the catalogue's own listener and through the gateway.</summary>
internal static class CatalogRoutes
{
    public static void MapCatalogEvents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/catalog").WithTags("catalog").ForRoles("catalog", "gateway").WithErrors(ErrorDialect.FastApi).AllowAnonymous();
        group.MapGet("/events", EventQuery.GetActiveAsync).WithSummary("Active events").DescribesEvents();
        group.MapFeeds();
    }
}
