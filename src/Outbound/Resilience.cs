using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Actors.Outbound;

/// <summary>What is tried again and when a host is left alone.</summary>
internal sealed class Resilience(TimeProvider timeProvider, Func<double> random)
{
    /// <summary>First wait between tries; it doubles, with jitter.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest wait between tries. A host that asks for more is not tried again in this call.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>How far back failures of a host are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>How long a host is left alone before one probe.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Fewest calls in the window before the breaker judges.</summary>
    public const int Enough = 4;

    /// <summary>Share of failures that opens the breaker.</summary>
    public const double Share = 0.5;

    public ResiliencePipeline<Hop> Breaker() => Builder().AddCircuitBreaker(new CircuitBreakerStrategyOptions<Hop>
    {
        FailureRatio = Share,
        MinimumThroughput = Enough,
        SamplingDuration = Window,
        BreakDuration = Pause,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } hop && IsHostFailure(hop.Answer)),
    }).Build();

    public ResiliencePipeline<Hop> Retry(int retries, bool posts = false) => Builder().AddRetry(new RetryStrategyOptions<Hop>
    {
        MaxRetryAttempts = retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstWait,
        MaxDelay = LongestWait,
        UseJitter = true,
        Randomizer = random,
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.Answer.RetryAfter),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } hop && MayPass(hop.Answer) && !(posts && hop.Answer.Unclear)),
    }).Build();

    private ResiliencePipelineBuilder<Hop> Builder() => new() { TimeProvider = timeProvider };

    private static bool IsHostFailure(OutboundAnswer answer) =>
        answer.Failure is OutboundFailure.Unreachable or OutboundFailure.TimedOut || answer.Status is >= 500 and <= 504;

    // A GET may be repeated at will, a POST only when the first one had no effect.
    private static bool MayPass(OutboundAnswer answer) =>
        (answer.Failure == OutboundFailure.Unreachable || answer.Status is 429 or (>= 502 and <= 504)) && !(answer.RetryAfter > LongestWait);
}
