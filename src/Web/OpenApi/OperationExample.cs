namespace Actors.Web.OpenApi;

/// <summary>An example response in the OpenAPI document.</summary>
/// <param name="Status">The response's status.</param>
/// <param name="Json">The body.</param>
/// <param name="Name">The example's name; null if it is the only one of this status.</param>
public sealed record OperationExample(int Status, string Json, string? Name = null);

/// <summary>Documents the JSON body of a request.</summary>
/// <param name="Type">The type that describes the body.</param>
/// <param name="Json">An example.</param>
public sealed record RequestBodyNote(Type Type, string Json);

/// <summary>Adds request bodies and examples to the OpenAPI document.</summary>
public static class OperationExamples
{
    /// <summary>Documents the request's JSON body with an example. It does not change how the route reads the body.</summary>
    public static TBuilder WithRequestBody<TBuilder>(this TBuilder route, Type type, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequestBodyNote(type, json));

    /// <summary>Adds one of several examples of a response.</summary>
    public static TBuilder WithAnswerExample<TBuilder>(this TBuilder route, int status, string name, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(status, json, name));

    /// <summary>Adds the only example of a response.</summary>
    public static TBuilder WithAnswerExample<TBuilder>(this TBuilder route, int status, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(status, json));
}
