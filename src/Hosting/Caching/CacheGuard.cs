using Polly;
using Polly.CircuitBreaker;

namespace Actors.Hosting.Caching;

/// <summary>
/// Calls to Redis, each of a bounded time, none of which throws. When half of them fail Redis is left alone for a while, then one call tries it again. What
/// fails is the answer that was given for that case.
/// </summary>
internal sealed partial class CacheGuard
{
    /// <summary>The longest a call takes that carries no value.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    /// <summary>How long Redis is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>What a way to Redis must carry: a value has so much more time.</summary>
    public const long BytesPerSecond = 8_000_000;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);
    private const int Enough = 3;
    private const double Share = 0.5;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ILogger<CacheGuard> _logger;
    private readonly TimeProvider _timeProvider;
    private readonly ResiliencePipeline _calls;

    public CacheGuard(TimeProvider timeProvider, ILogger<CacheGuard> logger, bool breaking = true)
    {
        (_timeProvider, _logger) = (timeProvider, logger);
        var calls = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        if (breaking) calls.AddCircuitBreaker(Breaker());
        _calls = calls.Build();
    }

    /// <summary>Whether Redis is left alone at the moment.</summary>
    public bool IsLeftAlone => _state.CircuitState == CircuitState.Open;

    /// <summary>What the call answers, or <paramref name="otherwise"/> when Redis cannot be asked.</summary>
    /// <param name="call">The call.</param>
    /// <param name="otherwise">The answer for when it fails.</param>
    /// <param name="bytes">How long the value is that it sends or gets.</param>
    public async Task<T> AskAsync<T>(Func<Task<T>> call, T otherwise, long bytes = 0)
    {
        var longest = Longest + TimeSpan.FromSeconds((double)bytes / BytesPerSecond);
        try
        {
            return await _calls.ExecuteAsync(async ct => await call().WaitAsync(longest, _timeProvider, ct));
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            return otherwise;
        }
    }

    private CircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = Share,
        MinimumThroughput = Enough,
        SamplingDuration = s_window,
        BreakDuration = Rest,
        StateProvider = _state,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } failure && IsFailure(failure)),
        OnOpened = args =>
        {
            LogLeftAlone(args.Outcome.Exception, Rest);
            return default;
        },
        OnClosed = _ =>
        {
            LogBack();
            return default;
        },
    };

    // Whatever a server says, or a connection that is being closed: who asked goes on without.
    private static bool IsFailure(Exception failure) => failure is not OutOfMemoryException;
}
