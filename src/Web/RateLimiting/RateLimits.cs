using Actors.Core.Configuration;
using Actors.Web.Errors;
using Actors.Web.OpenApi;

namespace Actors.Web.RateLimiting;

/// <summary>One limiter for all families: a policy belongs to routes, its count to the whole cluster.</summary>
public static class RateLimits
{
    private const string Setting = "RATE_LIMIT";

    /// <summary>Reads <c>RATE_LIMIT</c> and adds the <see cref="IRateLimiter"/>.</summary>
    /// <remarks>Production refuses to switch limits off.</remarks>
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

    /// <summary>Holds routes to their policies. Comes after identity, which says who calls.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.ApplicationServices.GetService<IRouteLimiter>() is null ? app : app.UseMiddleware<RateLimitMiddleware>();
    }

    /// <summary>Limits these routes together; each further policy holds as well. Policies by <see cref="RateLimitPartition.Key"/> are taken by handlers.</summary>
    public static TBuilder LimitedBy<TBuilder>(this TBuilder routes, params RateLimitPolicy[] policies)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(policies);
        foreach (var policy in policies)
        {
            if (policy.Partition == RateLimitPartition.Key) throw new ArgumentException($"{policy.Name} counts by a key that only a handler knows.", nameof(policies));
            routes.WithMetadata(new RateLimitMetadata(policy));
        }

        return routes.WithAnswerNote(StatusCodes.Status429TooManyRequests, "Too many requests; Retry-After says when to come again.");
    }

    /// <summary>
    /// Takes a permit for a key and has the answer say so; the refusal (429) when there is none, else null:
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
