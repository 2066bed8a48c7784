namespace Actors.Web.RateLimiting;

/// <summary>What a limiter says to one request.</summary>
/// <param name="Granted">Whether it may go on; only then it was counted.</param>
/// <param name="Remaining">How many more may follow at once.</param>
/// <param name="Reset">When there will be one more: the oldest counted request is as old as the window then.</param>
[GenerateSerializer, Immutable, Alias("plumbing.RateLimitVerdict")]
public readonly record struct RateLimitVerdict(
    [property: Id(0)] bool Granted,
    [property: Id(1)] int Remaining,
    [property: Id(2)] TimeSpan Reset);
