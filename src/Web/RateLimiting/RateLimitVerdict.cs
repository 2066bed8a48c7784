namespace Actors.Web.RateLimiting;

/// <summary>The decision of a limiter on one request.</summary>
/// <param name="Granted">True if the request may proceed; only then it is counted.</param>
/// <param name="Remaining">The number of remaining permits.</param>
/// <param name="Reset">The time until one more permit is available, when the oldest counted request leaves the window.</param>
[GenerateSerializer, Immutable, Alias("plumbing.RateLimitVerdict")]
public readonly record struct RateLimitVerdict(
    [property: Id(0)] bool Granted,
    [property: Id(1)] int Remaining,
    [property: Id(2)] TimeSpan Reset);
