namespace Actors.Web.RateLimiting;

/// <summary>A rate limiter for the whole cluster. Use <c>LimitedBy</c> on routes; this interface is for limits that only a handler can apply.</summary>
public interface IRateLimiter
{
    /// <summary>Takes a permit of a policy for a key, for example for the identifier of a sign-in.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="key">The key, normalised by the caller; any length. Only its hash is used.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">The limiter is unavailable and the policy is strict; unhandled, it becomes 503.</exception>
    ValueTask<RateLimitVerdict> TakeAsync(RateLimitPolicy policy, string key, CancellationToken cancellationToken = default);
}
