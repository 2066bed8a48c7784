using System.Collections.Concurrent;
using Actors.Core.Caching;

namespace Actors.Core.Tests.Caching;

/// <summary>An in-memory shared cache on the test clock. It behaves like the Redis scripts.</summary>
internal sealed class SharedMemory(TimeProvider timeProvider) : ISharedCache
{
    private readonly ConcurrentDictionary<string, SharedValue> _values = new();
    private readonly Dictionary<string, (string Token, long Number, long Until)> _leases = [];
    private readonly Lock _gate = new();

    /// <summary>True simulates an outage.</summary>
    public bool IsAway { get; set; }

    /// <summary>The number of calls of <see cref="LastAsync"/>.</summary>
    public int LastAsked { get; private set; }

    public Task<SharedAnswer> FindOrLeaseAsync(string key, SharedWish wish, TimeSpan lease) => Task.FromResult(FindOrLease(key, wish, lease));

    public Task PublishAsync(string key, string lease, SharedValue value, DateTimeOffset now, TimeSpan keep)
    {
        lock (_gate)
        {
            if (IsAway) return Task.CompletedTask;
            Release(key, lease);
            var isOld = _values.TryGetValue(key, out var other) && other.Version.Number > value.Version.Number && (now - other.MadeAt).Duration() <= SharedWish.Recent;
            if (!isOld) _values[key] = value;
        }

        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string key, string lease)
    {
        lock (_gate) Release(key, lease);
        return Task.CompletedTask;
    }

    public Task<SharedValue?> LastAsync(string key)
    {
        LastAsked++;
        return Task.FromResult(IsAway ? null : _values.GetValueOrDefault(key));
    }

    private SharedAnswer FindOrLease(string key, SharedWish wish, TimeSpan lease)
    {
        lock (_gate)
        {
            if (IsAway) return new SharedAnswer(SharedState.Away);
            if (_values.TryGetValue(key, out var value) && wish.Takes(value.Version, value.MadeAt)) return new SharedAnswer(SharedState.Found, value);
            var number = wish.Version.Number;
            if (_leases.TryGetValue(key, out var held) && held.Until > timeProvider.GetTimestamp() && held.Number >= number) return new SharedAnswer(SharedState.Busy);
            var token = Guid.NewGuid().ToString();
            _leases[key] = (token, number, timeProvider.GetTimestamp() + (long)(lease.TotalSeconds * timeProvider.TimestampFrequency));
            return new SharedAnswer(SharedState.Leased, Lease: token);
        }
    }

    private void Release(string key, string lease)
    {
        if (_leases.TryGetValue(key, out var held) && held.Token == lease) _leases.Remove(key);
    }
}
