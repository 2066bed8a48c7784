using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Actors.Outbound;

/// <summary>Builds the retry policy and the circuit breaker.</summary>
internal sealed class Resilience(TimeProvider timeProvider, Func<double> random)
{
    /// <summary>First pause between retries; it doubles, with jitter.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause between retries. A longer <c>Retry-After</c> ends the retries of the call.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The sampling period of the breaker.</summary>
    public static readonly TimeSpan SamplingPeriod = TimeSpan.FromSeconds(10);

    /// <summary>How long the breaker stays open before one probe.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(5);

    /// <summary>The breaker needs this many calls in the window to open.</summary>
    public const int MinCalls = 4;

    /// <summary>The failure ratio that opens the breaker.</summary>
    public const double FailureRatio = 0.5;

    public ResiliencePipeline<Hop> Breaker() => Builder().AddCircuitBreaker(new CircuitBreakerStrategyOptions<Hop>
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinCalls,
        SamplingDuration = SamplingPeriod,
        BreakDuration = OpenFor,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } hop && IsHostFailure(hop.Answer)),
    }).Build();

    public ResiliencePipeline<Hop> Retry(int retries, bool posts = false) => Builder().AddRetry(new RetryStrategyOptions<Hop>
    {
        MaxRetryAttempts = retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstPause,
        MaxDelay = LongestPause,
        UseJitter = true,
        Randomizer = random,
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.Answer.RetryAfter),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } hop && IsTransient(hop.Answer) && !(posts && hop.Answer.Unclear)),
    }).Build();

    private ResiliencePipelineBuilder<Hop> Builder() => new() { TimeProvider = timeProvider };

    private static bool IsHostFailure(OutboundAnswer answer) =>
        answer.Failure is OutboundFailure.Unreachable or OutboundFailure.TimedOut || answer.Status is >= 500 and <= 504;

    // These failures may pass. A POST is also checked for Unclear: it is retried only if it had no effect.
    private static bool IsTransient(OutboundAnswer answer) =>
        (answer.Failure == OutboundFailure.Unreachable || answer.Status is 429 or (>= 502 and <= 504)) && !(answer.RetryAfter > LongestPause);
}
