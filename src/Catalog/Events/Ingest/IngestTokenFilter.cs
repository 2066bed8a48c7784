using System.Security.Cryptography;
using System.Text;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Where <c>INGEST_TOKEN</c> is set, lets only those pass who send it as Bearer.</summary>
internal sealed class IngestTokenFilter(CatalogOptions options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        options.IngestToken is null || Matches(BearerToken.Of(context.HttpContext.Request), options.IngestToken)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiErrors.Result(AccessRefusals.NotSignedIn));

    // Both sides are hashed first, so that neither the time taken nor the length tells anything.
    private static bool Matches(string? sent, string token) => sent is not null && CryptographicOperations.FixedTimeEquals(Hash(sent), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
