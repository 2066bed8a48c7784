using Actors.Hosting.Membership;
using StackExchange.Redis;

namespace Actors.Hosting.Caching;

/// <summary>The connection of the shared cache. Membership has its own, which long values must not delay.</summary>
internal sealed class CacheConnection : IHostedService, IAsyncDisposable
{
    private const int ConnectMilliseconds = 1000, AnswerMilliseconds = 2000, RetryMilliseconds = 500, KeepAliveSeconds = 1;
    private readonly ConfigurationOptions _options;
    private Lazy<Task<ConnectionMultiplexer>> _redis;

    /// <summary>Replaces the connection each time the breaker of <paramref name="guard"/> opens.</summary>
    public CacheConnection(ClusterSettings settings, CacheGuard guard)
    {
        _options = OptionsOf(settings.Redis);
        _redis = Connection();
        guard.Opened += Renew;
    }

    /// <summary>The database after the first attempt to connect. Its calls fail at once while there is no connection.</summary>
    public async Task<IDatabase> DatabaseAsync() => (await _redis.Value).GetDatabase();

    /// <summary>Connects before the first request. The program also starts without Redis.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _redis.Value;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_redis.IsValueCreated) await (await _redis.Value).DisposeAsync();
    }

    // A reply that never came leaves every later reply one call behind: a connection whose calls failed is not used again.
    private void Renew()
    {
        var next = Connection();
        var former = Interlocked.Exchange(ref _redis, next);
        _ = next.Value;
        if (former.IsValueCreated) _ = CloseAsync(former.Value);
    }

    private Lazy<Task<ConnectionMultiplexer>> Connection() => new(() => ConnectionMultiplexer.ConnectAsync(_options));

    private static async Task CloseAsync(Task<ConnectionMultiplexer> former) => await (await former).DisposeAsync();

    private static ConfigurationOptions OptionsOf(ConfigurationOptions given)
    {
        var options = given.Clone();
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = ConnectMilliseconds;
        options.AsyncTimeout = AnswerMilliseconds;
        // StackExchange.Redis drops a connection that is silent for four of these.
        options.KeepAlive = KeepAliveSeconds;
        options.ReconnectRetryPolicy = new LinearRetry(RetryMilliseconds);
        // A call that cannot be sent now must fail: its caller continues without the cache.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
