namespace Actors.Accounts.Rules;

/// <summary>
/// How attempts at one identifier are slowed down, per network. Times are the monotonic clock's. A network that failed often waits twice as long
/// after every further failure, up to <see cref="Longest"/>; attempts made while it waits count for nothing, so an attacker cannot keep a door
/// shut. When many networks fail, each gets fewer attempts free, but one that has not failed always gets one.
/// </summary>
internal sealed class BackOff
{
    /// <summary>Failures of a network that cost nothing.</summary>
    public const int Free = 5;

    /// <summary>The same, while the identifier is under attack.</summary>
    public const int FreeUnderAttack = 1;

    /// <summary>Failures of all networks together that make an attack.</summary>
    public const int Attack = 50;

    /// <summary>Networks remembered; the one that failed longest ago is forgotten first.</summary>
    public const int MaxNetworks = 256;

    /// <summary>The longest a network waits.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Failures older than this are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Record> _networks = new(StringComparer.Ordinal);

    /// <summary>Networks remembered now.</summary>
    public int Networks => _networks.Count;

    /// <summary>Whether nothing is remembered.</summary>
    public bool IsEmpty => _networks.Count == 0;

    /// <summary>Whether an attempt counts now.</summary>
    public bool Allows(string network, TimeSpan now)
    {
        Forget(now);
        return !_networks.TryGetValue(network, out var record) || now >= record.Last + Wait(record.Failures);
    }

    /// <summary>Notes a failure of an attempt that was allowed.</summary>
    public void Failed(string network, TimeSpan now)
    {
        var failures = _networks.TryGetValue(network, out var record) ? record.Failures : 0;
        _networks[network] = new Record(failures + 1, now);
        if (_networks.Count > MaxNetworks) _networks.Remove(_networks.MinBy(n => n.Value.Last).Key);
    }

    /// <summary>Notes a success: the network's failures were slips of its owner.</summary>
    public void Succeeded(string network) => _networks.Remove(network);

    private TimeSpan Wait(int failures)
    {
        var over = failures - (_networks.Values.Sum(r => r.Failures) >= Attack ? FreeUnderAttack : Free);
        return over < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, over), Longest.TotalSeconds));
    }

    private void Forget(TimeSpan now)
    {
        foreach (var (network, record) in _networks)
        {
            if (now - record.Last >= Memory) _networks.Remove(network);
        }
    }

    private readonly record struct Record(int Failures, TimeSpan Last);
}
