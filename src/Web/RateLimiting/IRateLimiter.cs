namespace Actors.Web.RateLimiting;

/// <summary>Counts for the whole cluster. Routes are limited by <c>LimitedBy</c>; this is for limits that only a handler can apply.</summary>
public interface IRateLimiter
{
    /// <summary>Takes a permit of a policy for a key, for example of the identifier that a sign-in names.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="key">Normalised by the caller; any length. It is hashed, so that it appears nowhere.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="TimeoutException">The limiter cannot be asked and the policy is strict; answered 503 when nobody catches it.</exception>
    ValueTask<RateLimitVerdict> TakeAsync(RateLimitPolicy policy, string key, CancellationToken cancellationToken = default);
}
