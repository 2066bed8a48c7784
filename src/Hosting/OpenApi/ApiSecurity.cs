using Actors.Web.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Actors.Hosting.OpenApi;

/// <summary>What the OpenAPI document says about who may use an operation. It is read from the routes themselves, as the program does it.</summary>
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

    /// <summary>A route that requires a caller names the scheme, and the roles of which one is enough.</summary>
    public static Task AddRequirement(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRequirement>().LastOrDefault() is not { } requirement)
            return Task.CompletedTask;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [.. requirement.Roles] }];
        Answer(operation, "401", "Not signed in");
        if (!requirement.Roles.IsEmpty) Answer(operation, "403", "None of the roles that are needed");
        return Task.CompletedTask;
    }

    private static void Answer(OpenApiOperation operation, string status, string meaning)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse { Description = meaning });
    }
}
