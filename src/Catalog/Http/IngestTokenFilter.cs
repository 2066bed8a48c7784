using System.Security.Cryptography;
using System.Text;
using Actors.Plumbing.Errors;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http;

/// <summary>Where <c>INGEST_TOKEN</c> is set, lets only those pass who send it as Bearer.</summary>
internal sealed class IngestTokenFilter(CatalogOptions options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly ApiError s_unauthorised = new(StatusCodes.Status401Unauthorized, "Not authenticated");

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        options.IngestToken is null || Matches(context.HttpContext.Request.Headers.Authorization.ToString(), options.IngestToken)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiErrors.Result(s_unauthorised));

    // Both sides are hashed first, so that neither the time taken nor the length tells anything.
    private static bool Matches(string header, string token) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
