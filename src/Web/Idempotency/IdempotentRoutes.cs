using Actors.Core.Configuration;
using Actors.Persistence;
using Actors.Web.Identity;
using Actors.Web.OpenApi;

namespace Actors.Web.Idempotency;

/// <summary>Adds <c>Idempotency-Key</c> to routes: a repeated request is executed once and gets the stored response.</summary>
public static class IdempotentRoutes
{
    /// <summary>Registers the storage of responses. Needs storage and grains.</summary>
    public static void AddIdempotency(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSchema("web", typeof(IdempotentRoutes).Assembly);
        services.AddSingleton<IdempotencyRows>();
        services.AddSingleton<IIdempotency, GrainIdempotency>();
        services.AddHostedService<IdempotencySweeper>();
    }

    /// <summary>
    /// Makes routes accept an <c>Idempotency-Key</c>. Use it on every route that changes something and issues no tokens, because tokens must not be
    /// stored. It must come after filters that check access, so that they check retries too. Handlers must return an <see cref="IResult"/>.
    /// </summary>
    /// <param name="routes">The routes.</param>
    /// <param name="endsSession">True if the routes may end the caller's session: its unexpired token then still gets the stored response.</param>
    public static TBuilder Idempotent<TBuilder>(this TBuilder routes, bool endsSession = false)
        where TBuilder : IEndpointConventionBuilder
    {
        if (endsSession) routes.WithMetadata(new EndsSession());
        routes.AddEndpointFilter<TBuilder, IdempotencyFilter>();
        return routes
            .WithHeaderParameter(IdempotencyFilter.Header, "1 to 255 visible ASCII characters, unique for each operation. A repetition within 24 hours gets the stored response with the header Idempotent-Replayed.")
            .WithAnswerNote(StatusCodes.Status409Conflict, "A request with this Idempotency-Key is in progress; retry after the time in Retry-After.")
            .WithAnswerNote(StatusCodes.Status422UnprocessableEntity, "The request is invalid, or its Idempotency-Key was used with a different request.");
    }
}
