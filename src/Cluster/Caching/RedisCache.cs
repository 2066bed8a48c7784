using Actors.Plumbing.Caching;
using StackExchange.Redis;

namespace Actors.Cluster.Caching;

/// <summary>
/// The shared cache in Redis: one hash a key, with the value and what it was made from, and one lease beside it. Both have the same hash tag, so
/// that a Redis of several nodes keeps them together.
/// </summary>
internal sealed class RedisCache(CacheConnection connection, CacheGuard guard, ClusterSettings settings) : ISharedCache
{
    private const string Version = "version", MadeAt = "made", Body = "body";
    private static readonly RedisValue[] s_fields = [Version, MadeAt, Body];

    public Task<SharedAnswer> FindOrLeaseAsync(string key, string version, TimeSpan lease) => guard.AskAsync(
        async () =>
        {
            var token = Guid.NewGuid().ToString("N");
            var answer = await RunAsync(RedisScripts.FindOrLease, key, version, token, (long)lease.TotalMilliseconds);
            if (answer.Resp2Type == ResultType.Array) return new SharedAnswer(SharedState.Found, Value(version, (RedisValue[])answer!));
            return (long)answer == 1 ? new SharedAnswer(SharedState.Leased, Lease: token) : new SharedAnswer(SharedState.Busy);
        },
        new SharedAnswer(SharedState.Away));

    public Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep) => guard.AskAsync(
        () => RunAsync(RedisScripts.Publish, key, lease, value.Version, value.MadeAt.ToUnixTimeMilliseconds(), value.Body, (long)keep.TotalMilliseconds),
        otherwise: null!);

    public Task ReleaseAsync(string key, string lease) => guard.AskAsync(() => RunAsync(RedisScripts.Release, key, lease), otherwise: null!);

    public Task<SharedValue?> LastAsync(string key) => guard.AskAsync(
        async () =>
        {
            var database = await connection.DatabaseAsync();
            var found = await database.HashGetAsync(NameOf(key), s_fields);
            return found[0].IsNull ? null : Value((string)found[0]!, found[1..]);
        },
        otherwise: null);

    private static SharedValue Value(string version, RedisValue[] madeAtAndBody) =>
        new(version, DateTimeOffset.FromUnixTimeMilliseconds((long)madeAtAndBody[0]), (byte[])madeAtAndBody[1]!);

    private async Task<RedisResult> RunAsync(string script, string key, params RedisValue[] values)
    {
        var database = await connection.DatabaseAsync();
        return await database.ScriptEvaluateAsync(script, [NameOf(key), $"{NameOf(key)}/lease"], values);
    }

    private string NameOf(string key) => $"{ClusterSettings.ServiceId}/{settings.ClusterId}/{{{key}}}";
}
