namespace Actors.Web.OpenApi;

/// <summary>An example of an answer, for the API page.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Json">The body.</param>
/// <param name="Name">Tells it from others of this status; null where there is one.</param>
public sealed record OperationExample(int Status, string Json, string? Name = null);

/// <summary>The JSON body of a request, for the API page.</summary>
/// <param name="Type">The type whose members describe it.</param>
/// <param name="Json">An example.</param>
public sealed record RequestBodyNote(Type Type, string Json);

/// <summary>How routes give examples to the API page.</summary>
public static class OperationExamples
{
    /// <summary>What the request's JSON body is, with an example. Only a note: the route reads the body itself, whatever its content type says.</summary>
    public static TBuilder WithRequestBody<TBuilder>(this TBuilder route, Type type, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RequestBodyNote(type, json));

    /// <summary>One of several examples of an answer.</summary>
    public static TBuilder WithAnswerExample<TBuilder>(this TBuilder route, int status, string name, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(status, json, name));

    /// <summary>An example of an answer.</summary>
    public static TBuilder WithAnswerExample<TBuilder>(this TBuilder route, int status, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(status, json));
}
