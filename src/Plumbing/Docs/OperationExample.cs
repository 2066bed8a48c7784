namespace Actors.Plumbing.Docs;

/// <summary>An example of a request or of an answer, for the API page.</summary>
/// <param name="Status">The answer's status; null for the request's body.</param>
/// <param name="Json">The body.</param>
public sealed record OperationExample(int? Status, string Json);

/// <summary>How routes give examples to the API page.</summary>
public static class OperationExamples
{
    /// <summary>An example of the request's JSON body.</summary>
    public static TBuilder WithRequestExample<TBuilder>(this TBuilder route, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(null, json));

    /// <summary>An example of an answer.</summary>
    public static TBuilder WithAnswerExample<TBuilder>(this TBuilder route, int status, string json)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OperationExample(status, json));
}
