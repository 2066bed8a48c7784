using System.Collections.Concurrent;
using Actors.Plumbing.Caching;

namespace Actors.Plumbing.Tests.Caching;

/// <summary>A shared cache of processes that are all in this one, on a clock that a test moves.</summary>
internal sealed class SharedMemory(TimeProvider time) : ISharedCache
{
    private readonly ConcurrentDictionary<string, SharedValue> _values = new();
    private readonly Dictionary<string, (string Token, long Until)> _leases = [];
    private readonly Lock _gate = new();

    /// <summary>Whether it can be asked.</summary>
    public bool IsAway { get; set; }

    public Task<SharedAnswer> FindOrLeaseAsync(string key, string version, TimeSpan lease) => Task.FromResult(FindOrLease(key, version, lease));

    public Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep)
    {
        lock (_gate)
        {
            if (!IsAway && _leases.TryGetValue(key, out var held) && held.Token == lease && _leases.Remove(key)) _values[key] = value;
        }

        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string key, string lease)
    {
        lock (_gate)
        {
            if (_leases.TryGetValue(key, out var held) && held.Token == lease) _leases.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<SharedValue?> LastAsync(string key) => Task.FromResult(IsAway ? null : _values.GetValueOrDefault(key));

    private SharedAnswer FindOrLease(string key, string version, TimeSpan lease)
    {
        lock (_gate)
        {
            if (IsAway) return new SharedAnswer(SharedState.Away);
            if (_values.TryGetValue(key, out var value) && value.Version == version) return new SharedAnswer(SharedState.Found, value);
            if (_leases.TryGetValue(key, out var held) && held.Until > time.GetTimestamp()) return new SharedAnswer(SharedState.Busy);
            var token = Guid.NewGuid().ToString();
            _leases[key] = (token, time.GetTimestamp() + (long)(lease.TotalSeconds * time.TimestampFrequency));
            return new SharedAnswer(SharedState.Leased, Lease: token);
        }
    }
}
