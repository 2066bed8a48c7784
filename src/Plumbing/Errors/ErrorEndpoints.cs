namespace Actors.Plumbing.Errors;

/// <summary>How routes choose the shape of their refusals.</summary>
public static class ErrorEndpoints
{
    /// <summary>Every refusal of these routes, unhandled exceptions too, has this shape.</summary>
    public static TBuilder WithErrors<TBuilder>(this TBuilder routes, ErrorDialect dialect)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new DialectMetadata(dialect));

    /// <summary>
    /// An exception that leaves one of these routes, an absent store too, is logged and answered with <paramref name="error"/>; only when a
    /// silo is lost or leaving it stays 503 with <c>Retry-After</c>.
    /// </summary>
    public static TBuilder FailingAs<TBuilder>(this TBuilder routes, ApiError error)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new FailureMetadata(error));
}
