using Actors.Core.Time;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// Exponential waits by network, up to <see cref="BackOff.Longest"/>. When there are too many networks, the one with the oldest failure is dropped,
/// so a limit over all networks needs <see cref="UnknownNetworkQuota"/> as well.
/// </summary>
internal sealed class NetworkWaits(int max)
{
    private readonly Dictionary<string, Record> _networks = new(StringComparer.Ordinal);

    /// <summary>The number of networks in memory.</summary>
    public int Count => _networks.Count;

    /// <summary>True if a network need not wait.</summary>
    public bool Allows(string network, TimeSpan now)
    {
        RemoveExpired(now);
        return !_networks.TryGetValue(network, out var record) || now >= record.Last + Wait(record.Failures);
    }

    /// <summary>Records a failure.</summary>
    public void Failed(string network, TimeSpan now)
    {
        var failures = _networks.TryGetValue(network, out var record) ? record.Failures : 0;
        _networks[network] = new Record(failures + 1, now);
        if (_networks.Count > max) _networks.Remove(_networks.MinBy(n => n.Value.Last).Key);
    }

    /// <summary>Records a success, which clears the network's failures.</summary>
    public void Succeeded(string network) => _networks.Remove(network);

    private static TimeSpan Wait(int failures)
    {
        var over = failures - BackOff.Free;
        return over < 0 ? TimeSpan.Zero : ExponentialBackoff.After(over + 1, TimeSpan.FromSeconds(1), BackOff.Longest);
    }

    private void RemoveExpired(TimeSpan now)
    {
        foreach (var (network, record) in _networks)
        {
            if (now - record.Last >= BackOff.Memory) _networks.Remove(network);
        }
    }

    private readonly record struct Record(int Failures, TimeSpan Last);
}
