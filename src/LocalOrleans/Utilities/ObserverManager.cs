using System.Collections;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>Subscribers of a grain, each under its own reference; see <see cref="ObserverManager{TIdentity,TObserver}"/>.</summary>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>Subscribers of a grain. One that does not renew its subscription in time, or fails, is dropped. Not thread-safe: it belongs to one grain.</summary>
public class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, Entry> _entries = [];
    private readonly ILogger _log;

    /// <summary>Subscriptions hold for that long.</summary>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ExpirationDuration = expiration;
        _log = log;
    }

    /// <summary>How long a subscription holds.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>The clock.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The subscribers.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _entries.ToDictionary(each => each.Key, each => each.Value.Observer);

    /// <summary>Removes all.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Adds or renews one.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _entries[id] = new(observer, GetDateTime());

    /// <summary>Removes one.</summary>
    public void Unsubscribe(TIdentity id) => _entries.Remove(id);

    /// <summary>Calls each; one that throws is dropped.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Chosen(predicate))
        {
            try
            {
                notification(observer);
            }
#pragma warning disable CA1031 // Whatever is wrong with one subscriber, the others are told.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Drop(id, exception);
            }
        }
    }

    /// <summary>Calls each and waits for them one by one; one that fails is dropped.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Chosen(predicate))
        {
            try
            {
                await notification(observer);
            }
#pragma warning disable CA1031 // Whatever is wrong with one subscriber, the others are told.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Drop(id, exception);
            }
        }
    }

    /// <summary>Removes those whose subscription has run out.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, _) in _entries.Where(each => each.Value.Since + ExpirationDuration < now).ToArray())
        {
            _entries.Remove(id);
        }
    }

    /// <inheritdoc />
    public IEnumerator<TObserver> GetEnumerator() => _entries.Values.Select(each => each.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<TIdentity, TObserver>[] Chosen(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        return [.. _entries.Where(each => predicate?.Invoke(each.Value.Observer) ?? true)
            .Select(each => KeyValuePair.Create(each.Key, each.Value.Observer))];
    }

    private void Drop(TIdentity id, Exception exception)
    {
        _entries.Remove(id);
        ObserverLog.Dropped(_log, exception);
    }

    private sealed record Entry(TObserver Observer, DateTime Since);
}
