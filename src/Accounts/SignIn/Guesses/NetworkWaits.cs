using Actors.Core.Time;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// How long each network waits. One that failed often waits twice as long after every further failure, up to <see cref="BackOff.Longest"/>. The one
/// that failed longest ago is forgotten first when there are too many, so whoever needs a bound over all networks needs another one besides.
/// </summary>
internal sealed class NetworkWaits(int most)
{
    private readonly Dictionary<string, Record> _networks = new(StringComparer.Ordinal);

    /// <summary>Networks remembered now.</summary>
    public int Count => _networks.Count;

    /// <summary>Whether a network need not wait.</summary>
    public bool Allows(string network, TimeSpan now)
    {
        Forget(now);
        return !_networks.TryGetValue(network, out var record) || now >= record.Last + Wait(record.Failures);
    }

    /// <summary>Notes a failure.</summary>
    public void Failed(string network, TimeSpan now)
    {
        var failures = _networks.TryGetValue(network, out var record) ? record.Failures : 0;
        _networks[network] = new Record(failures + 1, now);
        if (_networks.Count > most) _networks.Remove(_networks.MinBy(n => n.Value.Last).Key);
    }

    /// <summary>Notes a success: the network's failures were slips.</summary>
    public void Succeeded(string network) => _networks.Remove(network);

    private static TimeSpan Wait(int failures)
    {
        var over = failures - BackOff.Free;
        return over < 0 ? TimeSpan.Zero : ExponentialBackoff.After(over + 1, TimeSpan.FromSeconds(1), BackOff.Longest);
    }

    private void Forget(TimeSpan now)
    {
        foreach (var (network, record) in _networks)
        {
            if (now - record.Last >= BackOff.Memory) _networks.Remove(network);
        }
    }

    private readonly record struct Record(int Failures, TimeSpan Last);
}
