namespace Actors.Web.RateLimiting;

/// <summary>The limiter of the middleware, with unhashed partitions: networks and accounts.</summary>
internal interface IRouteLimiter : IRateLimiter
{
    ValueTask<RateLimitVerdict> TakePartitionAsync(RateLimitPolicy policy, string partition, CancellationToken cancellationToken);
}
