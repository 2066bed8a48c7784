using Actors.Core.Caching;
using Actors.Hosting.Membership;
using StackExchange.Redis;

namespace Actors.Hosting.Caching;

/// <summary>
/// The shared cache in Redis: one hash a key, with the value and what it was made from, and one lease beside it. Both have the same hash tag, so
/// that a Redis of several nodes keeps them together.
/// </summary>
internal sealed class RedisCache(CacheConnection connection, CacheGuard guard, ClusterSettings settings) : ISharedCache
{
    private const int IsThere = 2, IsLeased = 1;
    private static readonly RedisValue s_body = "body";
    private static readonly RedisValue[] s_fields = ["number", "mark", "made", s_body];

    public async Task<SharedAnswer> FindOrLeaseAsync(string key, SharedWish wish, TimeSpan lease)
    {
        var (version, token) = (wish.Version, Guid.NewGuid().ToString("N"));
        var answer = await guard.AskAsync<int?>(
            async () => (int)await RunAsync(
                RedisScripts.FindOrLease, key, version.Number, version.Mark, Milliseconds(wish.Now), Milliseconds(wish.Keep), Milliseconds(SharedWish.Recent), token, Milliseconds(lease)),
            otherwise: null);
        return answer switch
        {
            IsThere => await ReadAsync(key) is not { } found ? new SharedAnswer(SharedState.Away)
                : wish.Takes(found.Version, found.MadeAt) ? new SharedAnswer(SharedState.Found, found)
                : new SharedAnswer(SharedState.Busy),
            IsLeased => new SharedAnswer(SharedState.Leased, Lease: token),
            null => new SharedAnswer(SharedState.Away),
            _ => new SharedAnswer(SharedState.Busy),
        };
    }

    public async Task PublishAsync(string key, string lease, SharedValue value, DateTimeOffset now, TimeSpan keep)
    {
        var version = value.Version;
        var isAnswered = await guard.AskAsync(
            async () => (int)await RunAsync(
                RedisScripts.Publish, key, version.Number, version.Mark, Milliseconds(value.MadeAt), value.Body, lease, Milliseconds(now), Milliseconds(SharedWish.Recent), Milliseconds(keep)) >= 0,
            otherwise: false,
            value.Body.Length);
        // Others should not wait for what will not come.
        if (!isAnswered) await ReleaseAsync(key, lease);
    }

    public Task ReleaseAsync(string key, string lease) => guard.AskAsync(async () => (int)await RunAsync(RedisScripts.Release, key, lease), otherwise: 0);

    public Task<SharedValue?> LastAsync(string key) => ReadAsync(key);

    // How much comes is known first, so that there is time for it.
    private async Task<SharedValue?> ReadAsync(string key)
    {
        var length = await guard.AskAsync<long?>(async () => await (await connection.DatabaseAsync()).HashStringLengthAsync(NameOf(key), s_body), otherwise: null);
        return length is null ? null : await guard.AskAsync(
            async () => Value(await (await connection.DatabaseAsync()).HashGetAsync(NameOf(key), s_fields)), otherwise: null, length.Value);
    }

    private static SharedValue? Value(RedisValue[] fields)
    {
        if (fields.All(field => field.IsNull)) return null;
        if (fields.Any(field => field.IsNull)) throw new InvalidDataException("A shared value is not whole.");
        return new SharedValue(
            new SharedVersion((long)fields[0], (string)fields[1]!), DateTimeOffset.FromUnixTimeMilliseconds((long)fields[2]), (byte[])fields[3]!);
    }

    private async Task<RedisResult> RunAsync(string script, string key, params RedisValue[] values)
    {
        var database = await connection.DatabaseAsync();
        return await database.ScriptEvaluateAsync(script, [NameOf(key), $"{NameOf(key)}/lease"], values);
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private string NameOf(string key) => $"{ClusterSettings.ServiceId}/{settings.ClusterId}/{{{key}}}";
}
