namespace Actors.Web.OpenApi;

/// <summary>An optional header that a route reads by itself, for the API page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">A sentence.</param>
public sealed record HeaderParameterNote(string Name, string Meaning);

/// <summary>An answer that a route may give besides those that it describes itself, for the API page.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Meaning">A sentence.</param>
public sealed record AnswerNote(int Status, string Meaning);

/// <summary>How routes tell the API page of headers and of answers that are not theirs alone.</summary>
public static class HeaderParameterNotes
{
    /// <summary>Notes a header of the request.</summary>
    public static TBuilder WithHeaderParameter<TBuilder>(this TBuilder route, string name, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new HeaderParameterNote(name, meaning));

    /// <summary>Notes an answer; where the route describes one with this status, only its sentence is added.</summary>
    public static TBuilder WithAnswerNote<TBuilder>(this TBuilder route, int status, string meaning)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AnswerNote(status, meaning));
}
