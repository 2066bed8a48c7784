using System.Globalization;
using Actors.Core.Caching;
using Actors.Hosting.Membership;
using Actors.Web.Bodies;
using StackExchange.Redis;

namespace Actors.Hosting.Caching;

/// <summary>
/// The shared cache in Redis. The documented key holds the plain bytes. A second key describes them, so bytes of another cluster, of another
/// program version or of a foreign writer count as a miss. The hash tag puts both keys and the lease on one node of a Redis cluster.
/// </summary>
internal sealed class RedisCache(CacheConnection connection, CacheGuard guard, ClusterSettings settings) : ISharedCache
{
    private const char Separator = ' ';
    private const int Parts = 4;

    public Task<SharedLookup> FindAsync(string key) => guard.CallAsync(
        async () => new SharedLookup(IsAway: false, Parse(await (await connection.DatabaseAsync()).StringGetAsync(InfoOf(key)))),
        fallback: new SharedLookup(IsAway: true, null));

    public Task<SharedValue?> ReadAsync(string key, SharedInfo found) => guard.CallAsync(
        async () => ValueOf(await (await connection.DatabaseAsync()).StringGetAsync([InfoOf(key), key]), found), fallback: null, found.Length);

    public Task<string?> LeaseAsync(string key, TimeSpan duration)
    {
        var lease = Guid.NewGuid().ToString("N");
        return guard.CallAsync(async () => await (await connection.DatabaseAsync()).LockTakeAsync(LeaseOf(key), lease, duration) ? lease : null, fallback: null);
    }

    public async Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep)
    {
        await guard.CallAsync(() => StoreAsync(key, value, keep), fallback: false, value.Body.Length);
        await ReleaseAsync(key, lease);
    }

    public Task ReleaseAsync(string key, string lease) =>
        guard.CallAsync(async () => await (await connection.DatabaseAsync()).LockReleaseAsync(LeaseOf(key), lease), fallback: false);

    private async Task<bool> StoreAsync(string key, SharedValue value, TimeSpan keep)
    {
        var both = (await connection.DatabaseAsync()).CreateTransaction();
        var info = string.Create(CultureInfo.InvariantCulture, $"{value.MadeAt.ToUnixTimeMilliseconds()}{Separator}{value.Body.Length}{Separator}{EntityTags.Of(value.Body.Span)}{Separator}{value.Version}");
        _ = both.StringSetAsync(InfoOf(key), info, keep);
        _ = value.Body.IsEmpty ? both.KeyDeleteAsync(key) : both.StringSetAsync(key, value.Body, keep);
        return await both.ExecuteAsync();
    }

    private static SharedInfo? Parse(string? info) =>
        info?.Split(Separator, Parts) is [var made, var length, var hash, var version] && IsNumber(made, out var moment) && IsNumber(length, out var bytes)
            ? new SharedInfo(version, DateTimeOffset.FromUnixTimeMilliseconds(moment), bytes, hash)
            : null;

    private static SharedValue? ValueOf(RedisValue[] values, SharedInfo found)
    {
        if (Parse(values[0]) != found) return null;
        var body = (ReadOnlyMemory<byte>)(byte[]?)values[1];
        return EntityTags.Of(body.Span) == found.Hash ? new SharedValue(found.Version, found.MadeAt, body) : null;
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private RedisKey InfoOf(string key) => $"{{{key}}}:{settings.ClusterId}:info";

    private RedisKey LeaseOf(string key) => $"{{{key}}}:{settings.ClusterId}:lease";
}
