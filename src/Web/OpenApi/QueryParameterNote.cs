namespace Actors.Web.OpenApi;

/// <summary>Documents an optional query parameter in the OpenAPI document.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Meaning">The description.</param>
public sealed record QueryParameterNote(string Name, string Meaning);

/// <summary>Documents the query parameters of routes.</summary>
public static class QueryParameterNotes
{
    /// <summary>Documents a query parameter.</summary>
    public static TBuilder WithQueryParameter<TBuilder>(this TBuilder route, string name, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new QueryParameterNote(name, meaning));
}
