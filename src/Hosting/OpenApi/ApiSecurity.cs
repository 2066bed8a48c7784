using Actors.Web.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Actors.Hosting.OpenApi;

/// <summary>Adds the security requirements of the routes to the OpenAPI document.</summary>
internal static class ApiSecurity
{
    private const string Bearer = "bearer";

    public static Task AddScheme(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "The access token of a sign-in.",
        });
        return Task.CompletedTask;
    }

    /// <summary>Names the scheme, and the roles or permissions of which the caller needs one.</summary>
    public static Task AddRequirement(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var requirements = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRequirement>().ToList();
        if (requirements.Count == 0) return Task.CompletedTask;
        List<string> needed = [.. requirements.SelectMany(r => r.Permission is { } permission ? r.Roles.Add(permission) : r.Roles).Distinct(StringComparer.Ordinal)];
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = needed }];
        Answer(operation, "401", "Not signed in");
        if (needed.Count > 0) Answer(operation, "403", "The role or the permission that is needed is missing");
        return Task.CompletedTask;
    }

    private static void Answer(OpenApiOperation operation, string status, string meaning)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse { Description = meaning });
    }
}
