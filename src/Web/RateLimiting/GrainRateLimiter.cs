using System.Security.Cryptography;
using System.Text;

namespace Actors.Web.RateLimiting;

/// <summary>Asks the grain that counts. When it cannot be asked, strict policies refuse and the others let pass.</summary>
internal sealed partial class GrainRateLimiter(IGrainFactory grains, TimeProvider timeProvider, ILogger<GrainRateLimiter> logger) : IRouteLimiter
{
    /// <summary>A limiter that takes longer counts as unreachable.</summary>
    public static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(2);

    public ValueTask<RateLimitVerdict> TakeAsync(RateLimitPolicy policy, string key, CancellationToken cancellationToken = default) =>
        TakePartitionAsync(policy, "#" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key))), cancellationToken);

    public async ValueTask<RateLimitVerdict> TakePartitionAsync(RateLimitPolicy policy, string partition, CancellationToken cancellationToken)
    {
        try
        {
            var limiter = grains.GetGrain<ILimiterGrain>($"{policy.Name}|{partition}");
            return await limiter.Take(policy.Permits, policy.Window).WaitAsync(AskTimeout, timeProvider, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            LogUnreachable(logger, failure, policy.Name, policy.Strict);
            return policy.Strict
                ? throw new TimeoutException($"The limiter of {policy.Name} cannot be asked.", failure)
                : new(Granted: true, policy.Permits, policy.Window);
        }
    }
}
