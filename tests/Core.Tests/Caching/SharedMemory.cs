using System.Collections.Concurrent;
using Actors.Core.Caching;

namespace Actors.Core.Tests.Caching;

/// <summary>A shared cache of processes that are all in this one, on a clock that a test moves.</summary>
internal sealed class SharedMemory(TimeProvider timeProvider) : ISharedCache
{
    private readonly ConcurrentDictionary<string, SharedValue> _values = new();
    private readonly Dictionary<string, (string Token, long Until)> _leases = [];
    private readonly Lock _gate = new();

    /// <summary>Whether the cache can be asked.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often a value was read.</summary>
    public int Reads { get; private set; }

    public Task<SharedLookup> FindAsync(string key) =>
        Task.FromResult(new SharedLookup(IsAway, !IsAway && _values.TryGetValue(key, out var value) ? InfoOf(value) : null));

    public Task<SharedValue?> ReadAsync(string key, SharedInfo found)
    {
        Reads++;
        return Task.FromResult(!IsAway && _values.TryGetValue(key, out var value) && InfoOf(value) == found ? value : null);
    }

    public Task<string?> LeaseAsync(string key, TimeSpan duration)
    {
        lock (_gate)
        {
            if (IsAway || (_leases.TryGetValue(key, out var held) && held.Until > timeProvider.GetTimestamp())) return Task.FromResult<string?>(null);
            var token = Guid.NewGuid().ToString();
            _leases[key] = (token, timeProvider.GetTimestamp() + (long)(duration.TotalSeconds * timeProvider.TimestampFrequency));
            return Task.FromResult<string?>(token);
        }
    }

    public Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep)
    {
        if (!IsAway) _values[key] = value;
        return ReleaseAsync(key, lease);
    }

    public Task ReleaseAsync(string key, string lease)
    {
        lock (_gate)
        {
            if (_leases.TryGetValue(key, out var held) && held.Token == lease) _leases.Remove(key);
        }

        return Task.CompletedTask;
    }

    private static SharedInfo InfoOf(SharedValue value) => new(value.Version, value.MadeAt, value.Body.Length, $"{value.Body.GetHashCode()}");
}
