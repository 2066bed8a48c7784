using System.Security.Cryptography;
using System.Text;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Events.Ingest;

/// <summary>If <c>INGEST_TOKEN</c> is set, admits only requests that send it as Bearer.</summary>
internal sealed class IngestTokenFilter(CatalogOptions options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        options.IngestToken is null || Matches(BearerToken.Of(context.HttpContext.Request), options.IngestToken)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiErrors.Result(AccessRefusals.NotSignedIn));

    // Both sides are hashed first, so that the duration reveals neither content nor length.
    private static bool Matches(string? sent, string token) => sent is not null && CryptographicOperations.FixedTimeEquals(Hash(sent), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
