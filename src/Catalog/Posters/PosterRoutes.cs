using Actors.Catalog.Posters.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Actors.Catalog.Posters;

/// <summary>Serves posters from the folder. With S3 there is nothing to serve.</summary>
internal static class PosterRoutes
{
    private const string Immutable = "public, max-age=31536000, immutable";

    public static IEndpointRouteBuilder MapPosters(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<FolderPosterStore>() is { } folder)
        {
            routes.MapGet(FolderPosterStore.BasePath + "/{name}",
                (string name, HttpContext context) => Serve(name, context, folder)).WithName("Poster").AllowAnonymous().ExcludeFromDescription();
        }

        return routes;
    }

    /// <summary>The name is the content hash, so it also serves as ETag.</summary>
    private static IResult Serve(string name, HttpContext context, FolderPosterStore folder)
    {
        if (!PosterName.IsValid(name) || !File.Exists(folder.PathOf(name)))
            return TypedResults.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = Immutable;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'";
        var tag = new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(name)}\"");
        return TypedResults.PhysicalFile(folder.PathOf(name), "image/webp", entityTag: tag, enableRangeProcessing: true);
    }
}
