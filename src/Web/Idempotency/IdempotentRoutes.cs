using Actors.Core.Configuration;
using Actors.Persistence;
using Actors.Web.Identity;
using Actors.Web.OpenApi;

namespace Actors.Web.Idempotency;

/// <summary>Routes that a client may safely ask twice: by <c>Idempotency-Key</c> a request is carried out once and answered the same again.</summary>
public static class IdempotentRoutes
{
    /// <summary>Adds what remembers the answers. Needs storage and grains.</summary>
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
    /// These routes take an <c>Idempotency-Key</c>. For every route that changes something and issues no token: tokens must not be kept. Comes
    /// after filters that say who may ask, so that they judge repetitions too. The handlers answer with an <see cref="IResult"/>.
    /// </summary>
    /// <param name="routes">The routes.</param>
    /// <param name="endsSession">They may end the session that asks: its token, while it has not expired, is still good for the kept answer.</param>
    public static TBuilder Idempotent<TBuilder>(this TBuilder routes, bool endsSession = false)
        where TBuilder : IEndpointConventionBuilder
    {
        if (endsSession) routes.WithMetadata(new EndsSession());
        routes.AddEndpointFilter<TBuilder, IdempotencyFilter>();
        return routes
            .WithHeaderParameter(IdempotencyFilter.Header, "Any text of 1 to 255 visible ASCII characters, new for every intent. A repetition within 24 hours gets the first answer again, marked Idempotent-Replayed.")
            .WithAnswerNote(StatusCodes.Status409Conflict, "A request with this Idempotency-Key is being processed; Retry-After says when to come again.")
            .WithAnswerNote(StatusCodes.Status422UnprocessableEntity, "The request is at fault, or its Idempotency-Key was used with a different one.");
    }
}
