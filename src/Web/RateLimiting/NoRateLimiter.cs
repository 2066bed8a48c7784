namespace Actors.Web.RateLimiting;

/// <summary><c>RATE_LIMIT=off</c>: grants every permit and sends no headers.</summary>
internal sealed class NoRateLimiter : IRateLimiter
{
    public ValueTask<RateLimitVerdict> TakeAsync(RateLimitPolicy policy, string key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new RateLimitVerdict(Granted: true, policy.Permits, policy.Window));
}
