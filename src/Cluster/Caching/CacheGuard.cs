using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StackExchange.Redis;

namespace Actors.Cluster.Caching;

/// <summary>
/// Calls to Redis, each of a bounded time. When half of them fail Redis is left alone for a while, then one call tries it again. What
/// fails is the answer that was given for that case.
/// </summary>
internal sealed partial class CacheGuard
{
    /// <summary>The longest a call takes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    /// <summary>How long Redis is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);
    private const int Enough = 3;
    private const double Share = 0.5;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ILogger<CacheGuard> _logger;
    private readonly ResiliencePipeline _calls;

    public CacheGuard(TimeProvider time, ILogger<CacheGuard> logger, bool breaking = true)
    {
        _logger = logger;
        var calls = new ResiliencePipelineBuilder { TimeProvider = time };
        if (breaking) calls.AddCircuitBreaker(Breaker());
        _calls = calls.AddTimeout(Longest).Build();
    }

    /// <summary>Whether Redis is left alone at the moment.</summary>
    public bool IsLeftAlone => _state.CircuitState == CircuitState.Open;

    /// <summary>What the call answers, or <paramref name="otherwise"/> when Redis cannot be asked.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> call, T otherwise)
    {
        try
        {
            return await _calls.ExecuteAsync(async ct => await call().WaitAsync(ct));
        }
        catch (Exception failure) when (IsFailure(failure) || failure is BrokenCircuitException)
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

    private static bool IsFailure(Exception failure) =>
        failure is RedisException or RedisCommandException or TimeoutException or TimeoutRejectedException or ObjectDisposedException;
}
