using Actors.Hosting.Membership;
using StackExchange.Redis;

namespace Actors.Hosting.Caching;

/// <summary>The connection of the shared cache, apart from the one that membership uses: long values hold nothing up there.</summary>
internal sealed class CacheConnection(ClusterSettings settings) : IHostedService, IAsyncDisposable
{
    private const int ConnectMilliseconds = 1000, AnswerMilliseconds = 2000, RetryMilliseconds = 500, KeepAliveSeconds = 1;
    private readonly Lazy<Task<ConnectionMultiplexer>> _redis = new(() => ConnectionMultiplexer.ConnectAsync(OptionsOf(settings.Redis)));

    /// <summary>The database, once there was a first attempt to connect; its calls fail at once while there is no connection.</summary>
    public async Task<IDatabase> DatabaseAsync() => (await _redis.Value).GetDatabase();

    /// <summary>Connects, so that the first request need not wait for it. Without Redis the start goes on.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _redis.Value;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_redis.IsValueCreated) await (await _redis.Value).DisposeAsync();
    }

    private static ConfigurationOptions OptionsOf(ConfigurationOptions given)
    {
        var options = given.Clone();
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = ConnectMilliseconds;
        options.AsyncTimeout = AnswerMilliseconds;
        // A connection on which nothing comes back is given up after four of these.
        options.KeepAlive = KeepAliveSeconds;
        options.ReconnectRetryPolicy = new LinearRetry(RetryMilliseconds);
        // What cannot be sent now is not worth sending later: the caller has gone on without.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
