using System.Security.Cryptography;
using System.Text;

namespace Actors.Web.RateLimiting;

/// <summary>Takes permits from the limiter grain. If it is unavailable, strict policies refuse and other policies grant.</summary>
internal sealed partial class GrainRateLimiter(IGrainFactory grains, TimeProvider timeProvider, ILogger<GrainRateLimiter> logger) : IRouteLimiter
{
    /// <summary>A limiter that takes longer counts as unavailable.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    public ValueTask<RateLimitVerdict> TakeAsync(RateLimitPolicy policy, string key, CancellationToken cancellationToken = default) =>
        TakePartitionAsync(policy, "#" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key))), cancellationToken);

    public async ValueTask<RateLimitVerdict> TakePartitionAsync(RateLimitPolicy policy, string partition, CancellationToken cancellationToken)
    {
        try
        {
            var limiter = grains.GetGrain<ILimiterGrain>($"{policy.Name}|{partition}");
            return await limiter.Take(policy.Permits, policy.Window).WaitAsync(CallTimeout, timeProvider, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            LogUnavailable(logger, failure, policy.Name, policy.Strict);
            return policy.Strict
                ? throw new TimeoutException($"The rate limiter of {policy.Name} is unavailable.", failure)
                : new(Granted: true, policy.Permits, policy.Window);
        }
    }
}
