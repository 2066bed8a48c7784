using System.Net;
using Actors.Core.Caching;
using Actors.Hosting.Caching;
using Actors.Hosting.Membership;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Actors.Cluster.Tests.Caching;

/// <summary>The shared cache as a silo has it, by way of a port.</summary>
internal sealed class CacheClient : IAsyncDisposable
{
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly CacheConnection _connection;

    private CacheClient(CacheConnection connection, CacheGuard guard, ClusterSettings settings)
    {
        (_connection, Guard, Cache) = (connection, guard, new RedisCache(connection, guard, settings));
        Fill = new SharedFill(TimeProvider.System, Cache);
    }

    public CacheGuard Guard { get; }

    public RedisCache Cache { get; }

    public SharedFill Fill { get; }

    public static async Task<CacheClient> ConnectAsync(int port, bool breaking = true, TimeProvider? guardTime = null)
    {
        var redis = new ConfigurationOptions { EndPoints = { { "127.0.0.1", port } } };
        var settings = new ClusterSettings(redis, "test", IPAddress.Loopback, 1, 0, TimeSpan.Zero, null);
        var guard = new CacheGuard(guardTime ?? TimeProvider.System, NullLogger<CacheGuard>.Instance, breaking);
        var connection = new CacheConnection(settings, guard);
        await connection.StartAsync(CancellationToken.None);
        return new CacheClient(connection, guard, settings);
    }

    /// <summary>Gets a value of a version, or makes one of this length. Returns how long that took.</summary>
    public async Task<TimeSpan> TimedAsync(string version, int length = 10)
    {
        var started = TimeProvider.System.GetTimestamp();
        var value = await Fill.GetAsync(
            "list", found => Task.FromResult(found == version), Keep, () => Task.FromResult<(string, ReadOnlyMemory<byte>)>((version, new byte[length])));
        value.Body.Length.ShouldBe(length);
        return TimeProvider.System.GetElapsedTime(started);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
