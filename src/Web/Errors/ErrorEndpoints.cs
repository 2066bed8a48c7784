namespace Actors.Web.Errors;

/// <summary>How routes choose the shape of their refusals.</summary>
public static class ErrorEndpoints
{
    /// <summary>Every refusal of these routes, unhandled exceptions too, has this shape.</summary>
    public static TBuilder WithErrors<TBuilder>(this TBuilder routes, ErrorDialect dialect)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new DialectMetadata(dialect));

    /// <summary>
    /// An exception that leaves one of these routes, an absent store and a call that took too long too, is logged and answered with
    /// <paramref name="error"/>. It stays 503 with <c>Retry-After</c> only when it is the cluster's: a silo that is lost or leaving, or a write that
    /// another activation of the grain was faster with.
    /// </summary>
    public static TBuilder FailingAs<TBuilder>(this TBuilder routes, ApiError error)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new FailureMetadata(error));
}
