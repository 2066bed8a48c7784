namespace Actors.Web.OpenApi;

/// <summary>Documents an optional request header in the OpenAPI document.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Meaning">The description.</param>
public sealed record HeaderParameterNote(string Name, string Meaning);

/// <summary>Documents a response that filters or middleware of a route can send.</summary>
/// <param name="Status">The response's status.</param>
/// <param name="Meaning">The description.</param>
public sealed record AnswerNote(int Status, string Meaning);

/// <summary>Documents headers and shared responses of routes.</summary>
public static class HeaderParameterNotes
{
    /// <summary>Documents a request header.</summary>
    public static TBuilder WithHeaderParameter<TBuilder>(this TBuilder route, string name, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new HeaderParameterNote(name, meaning));

    /// <summary>Documents a response. If the route already declares this status, only the description is added.</summary>
    public static TBuilder WithAnswerNote<TBuilder>(this TBuilder route, int status, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AnswerNote(status, meaning));
}
