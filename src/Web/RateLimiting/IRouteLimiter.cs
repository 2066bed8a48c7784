namespace Actors.Web.RateLimiting;

/// <summary>What the middleware takes permits of: partitions as they are, networks and accounts.</summary>
internal interface IRouteLimiter : IRateLimiter
{
    ValueTask<RateLimitVerdict> TakePartitionAsync(RateLimitPolicy policy, string partition, CancellationToken cancellationToken);
}
