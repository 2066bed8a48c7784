using Actors.Web.Listeners;

namespace Actors.Web.RateLimiting;

/// <summary>Takes a permit of every policy of the endpoint, in order; refuses at the first policy without a permit.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, IRouteLimiter limiter)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<RateLimitMetadata>() is { Count: > 0 } limits ? LimitAsync(context, limits) : next(context);

    private async Task LimitAsync(HttpContext context, IReadOnlyList<RateLimitMetadata> limits)
    {
        foreach (var limit in limits)
        {
            var verdict = await limiter.TakePartitionAsync(limit.Policy, PartitionOf(context, limit.Policy), context.RequestAborted);
            RateLimitHeaders.Report(context, limit.Policy, verdict);
            if (!verdict.Granted)
            {
                await Errors.ApiErrors.WriteAsync(context, RateLimits.Refusal(verdict));
                return;
            }
        }

        await next(context);
    }

    private static string PartitionOf(HttpContext context, RateLimitPolicy policy) =>
        policy.Partition == RateLimitPartition.Caller ? context.GetPrincipal() : context.GetClientNetwork();
}
