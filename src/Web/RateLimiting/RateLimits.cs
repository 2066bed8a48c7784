using Actors.Core.Configuration;
using Actors.Web.Errors;
using Actors.Web.OpenApi;

namespace Actors.Web.RateLimiting;

/// <summary>Registers rate limits and adds policies to routes. Counts are shared by the whole cluster.</summary>
public static class RateLimits
{
    private const string Setting = "RATE_LIMIT";

    /// <summary>Reads <c>RATE_LIMIT</c> and registers the <see cref="IRateLimiter"/>.</summary>
    /// <remarks>Production does not accept <c>RATE_LIMIT=off</c>.</remarks>
    public static void AddRateLimits(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.Flag(Setting, true))
        {
            if (builder.Environment.IsProduction()) settings.Problems.Add(Setting, "cannot be off in Production.");
            builder.Services.AddSingleton<IRateLimiter, NoRateLimiter>();
            return;
        }

        builder.Services.AddSingleton<IRouteLimiter, GrainRateLimiter>();
        builder.Services.AddSingleton<IRateLimiter>(all => all.GetRequiredService<IRouteLimiter>());
    }

    /// <summary>Adds the middleware. Must come after identity, which determines the caller.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.ApplicationServices.GetService<IRouteLimiter>() is null ? app : app.UseMiddleware<RateLimitMiddleware>();
    }

    /// <summary>
    /// Adds policies to routes, which share their counts. Policies by <see cref="RateLimitPartition.Key"/> are not allowed here: handlers take them.
    /// </summary>
    public static TBuilder LimitedBy<TBuilder>(this TBuilder routes, params RateLimitPolicy[] policies)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(policies);
        foreach (var policy in policies)
        {
            if (policy.Partition == RateLimitPartition.Key) throw new ArgumentException($"{policy.Name} uses a key that only a handler knows.", nameof(policies));
            routes.WithMetadata(new RateLimitMetadata(policy));
        }

        return routes.WithAnswerNote(StatusCodes.Status429TooManyRequests, "Too many requests; retry after the time in Retry-After.");
    }

    /// <summary>
    /// Takes a permit for a key and adds the headers. Returns the error (429) if there is no permit, otherwise null:
    /// <c>if (await limiter.RefusalAsync(http, RateLimitPolicies.SignInIdentifier, key) is { } refusal) return refusal;</c>
    /// </summary>
    public static async Task<IResult?> RefusalAsync(this IRateLimiter limiter, HttpContext context, RateLimitPolicy policy, string key)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        ArgumentNullException.ThrowIfNull(context);
        var verdict = await limiter.TakeAsync(policy, key, context.RequestAborted);
        if (limiter is not NoRateLimiter) RateLimitHeaders.Report(context, policy, verdict);
        return verdict.Granted ? null : ApiErrors.Result(Refusal(verdict));
    }

    internal static ApiError Refusal(RateLimitVerdict verdict) =>
        ApiError.OfStatus(StatusCodes.Status429TooManyRequests) with { RetryAfter = verdict.Reset };
}
