using Actors.Grains.Calls;

namespace Actors.Web.RateLimiting;

/// <summary>The count of one policy and one partition in the whole cluster. Key: <c>policy|partition</c>.</summary>
[Alias("plumbing.ILimiterGrain")]
internal interface ILimiterGrain : IGrainWithStringKey
{
    /// <summary>Takes a permit if fewer than <paramref name="permits"/> were taken within the last <paramref name="window"/>.</summary>
    [Alias("Take"), Repeatable(Repeat.Always)]
    Task<RateLimitVerdict> Take(int permits, TimeSpan window);
}
