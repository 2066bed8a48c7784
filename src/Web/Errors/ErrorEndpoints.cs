namespace Actors.Web.Errors;

/// <summary>Configures the error responses of routes.</summary>
public static class ErrorEndpoints
{
    /// <summary>Sets the dialect of all errors of these routes, including unhandled exceptions.</summary>
    public static TBuilder WithErrors<TBuilder>(this TBuilder routes, ErrorDialect dialect)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new DialectMetadata(dialect));

    /// <summary>
    /// Sets the response to unhandled exceptions of these routes, including an unavailable database and timeouts. Failures of the cluster stay 503
    /// with <c>Retry-After</c>: a lost or leaving silo, or a write conflict between two activations.
    /// </summary>
    public static TBuilder FailingAs<TBuilder>(this TBuilder routes, ApiError error)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new FailureMetadata(error));
}
