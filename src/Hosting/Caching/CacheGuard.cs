using Polly;
using Polly.CircuitBreaker;

namespace Actors.Hosting.Caching;

/// <summary>
/// Bounds the duration of calls to Redis and throws nothing: a failed call returns the given fallback. When half of the calls fail, a circuit
/// breaker stops all calls for a while, then one call tests Redis again.
/// </summary>
internal sealed partial class CacheGuard
{
    /// <summary>The time limit of a call without a value.</summary>
    public static readonly TimeSpan MaxCallTime = TimeSpan.FromMilliseconds(400);

    /// <summary>How long the breaker stays open.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(5);

    /// <summary>The lowest expected bandwidth: a call with a value may take longer by its size.</summary>
    public const long BytesPerSecond = 8_000_000;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);
    private const int MinimumCalls = 3;
    private const double MaxFailureRatio = 0.5;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ILogger<CacheGuard> _logger;
    private readonly TimeProvider _timeProvider;
    private readonly ResiliencePipeline _pipeline;

    public CacheGuard(TimeProvider timeProvider, ILogger<CacheGuard> logger, bool withBreaker = true)
    {
        (_timeProvider, _logger) = (timeProvider, logger);
        var calls = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        if (withBreaker) calls.AddCircuitBreaker(Breaker());
        _pipeline = calls.Build();
    }

    /// <summary>Raised when the breaker opens.</summary>
    public event Action? Opened;

    /// <summary>True while the breaker stops all calls.</summary>
    public bool IsOpen => _state.CircuitState == CircuitState.Open;

    /// <summary>Returns the result of the call, or <paramref name="fallback"/> when Redis cannot be used.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fallback">The result of a failed call.</param>
    /// <param name="bytes">The length of the value that the call sends or receives.</param>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, T fallback, long bytes = 0)
    {
        var limit = MaxCallTime + TimeSpan.FromSeconds((double)bytes / BytesPerSecond);
        try
        {
            return await _pipeline.ExecuteAsync(async ct => await call().WaitAsync(limit, _timeProvider, ct));
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            return fallback;
        }
    }

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = MaxFailureRatio,
        MinimumThroughput = MinimumCalls,
        SamplingDuration = s_window,
        BreakDuration = BreakTime,
        StateProvider = _state,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } failure && IsFailure(failure)),
        OnOpened = args =>
        {
            LogOpened(args.Outcome.Exception, BreakTime);
            Opened?.Invoke();
            return default;
        },
        OnClosed = _ =>
        {
            LogClosed();
            return default;
        },
    };

    // The caller continues without the cache whatever the server or a closed connection throws.
    private static bool IsFailure(Exception failure) => failure is not OutOfMemoryException;
}
