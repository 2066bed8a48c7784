namespace Actors.Web.OpenApi;

/// <summary>An optional query parameter that a route reads by itself, for the API page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">A sentence.</param>
public sealed record QueryParameterNote(string Name, string Meaning);

/// <summary>How routes tell the API page of their query.</summary>
public static class QueryParameterNotes
{
    /// <summary>Notes a query parameter.</summary>
    public static TBuilder WithQueryParameter<TBuilder>(this TBuilder route, string name, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new QueryParameterNote(name, meaning));
}
