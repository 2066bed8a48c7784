using System.Globalization;
using System.Text.Json.Nodes;
using Actors.Core.Configuration;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Actors.Hosting.OpenApi;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c> and the API page at <c>/docs</c>, which loads nothing from other hosts.</summary>
internal static class ApiDocs
{
    private const string Document = "v1";

    public static void AddApiDocs(this WebApplicationBuilder builder, Settings settings) => builder.Services.AddOpenApi(Document, options =>
    {
        var (name, version) = (settings.Text("PROJECT_NAME", "Event Planner API"), settings.Text("API_VERSION", "1.0.0"));
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Describe(document, name, version));
        options.AddDocumentTransformer(ApiSecurity.AddScheme);
        options.AddOperationTransformer(ApiSecurity.AddRequirement);
        options.AddOperationTransformer(AddParameters);
        options.AddOperationTransformer(AddBody);
        options.AddOperationTransformer(AddExamples);
        options.AddOperationTransformer(AddAnswers);
    });

    public static void MapApiDocs(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().ExcludeFromDescription();
        // The page's middleware matches every path against patterns, so it runs for its own paths only.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs"), docs => docs.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "Actors API";
            page.SwaggerEndpoint($"/openapi/{Document}.json", "Actors");
        }));
    }

    private static Task Describe(OpenApiDocument document, string name, string version)
    {
        document.Info = new OpenApiInfo
        {
            Title = name,
            Version = version,
            Description = "Events: scraping, the catalogue, and its posters; accounts and their sessions.",
        };
        // A relative address works under every host name.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }

    private static Task AddParameters(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var note in NotesOf<QueryParameterNote>(context)) AddParameter(operation, ParameterLocation.Query, note.Name, note.Meaning);
        foreach (var note in NotesOf<HeaderParameterNote>(context)) AddParameter(operation, ParameterLocation.Header, note.Name, note.Meaning);
        return Task.CompletedTask;
    }

    private static void AddParameter(OpenApiOperation operation, ParameterLocation location, string name, string meaning)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = location,
            Description = meaning,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static async Task AddBody(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var note in NotesOf<RequestBodyNote>(context))
        {
            var schema = await context.GetOrCreateSchemaAsync(note.Type, null, cancellationToken);
            var media = new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(note.Json) };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = media },
            };
        }
    }

    private static Task AddExamples(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var example in NotesOf<OperationExample>(context))
        {
            var answer = operation.Responses?[example.Status.ToString(CultureInfo.InvariantCulture)];
            foreach (var media in answer?.Content?.Values ?? []) Show(media, example);
        }

        return Task.CompletedTask;
    }

    // OpenAPI allows one unnamed example or several named ones.
    private static void Show(OpenApiMediaType media, OperationExample example)
    {
        var json = JsonNode.Parse(example.Json);
        if (example.Name is null) media.Example = json;
        else (media.Examples ??= new Dictionary<string, IOpenApiExample>())[example.Name] = new OpenApiExample { Value = json };
    }

    private static Task AddAnswers(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        foreach (var note in NotesOf<AnswerNote>(context))
        {
            var status = note.Status.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses.TryGetValue(status, out var described)) described.Description = note.Meaning;
            else operation.Responses[status] = new OpenApiResponse { Description = note.Meaning };
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<TNote> NotesOf<TNote>(OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata.OfType<TNote>();
}
