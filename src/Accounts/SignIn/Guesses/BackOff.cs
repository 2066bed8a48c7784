using Actors.Accounts.Accounts;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// Throttles attempts at one identifier, on the monotonic clock. Each network has a waiting time that grows with its failures; attempts during the
/// wait are refused. Known networks of the account have no other limit. All unknown networks together have <see cref="MaxUnknownAttempts"/> attempts
/// a minute, so that many networks guess no faster than a few.
/// </summary>
/// <param name="start">The first number of permits, greater for every activation, so that a permit of a lost activation never equals a new one.</param>
internal sealed class BackOff(long start = 0)
{
    /// <summary>The number of failures of a network without a wait.</summary>
    public const int Free = 5;

    /// <summary>Maximum number of attempts of all unknown networks together within <see cref="UnknownWindow"/>.</summary>
    public const int MaxUnknownAttempts = 10;

    /// <summary>Maximum number of unknown networks in memory.</summary>
    public const int MaxUnknownNetworks = 256;

    /// <summary>Maximum number of known networks in memory: a few times the number that an account stores.</summary>
    public const int MaxKnownNetworks = 4 * KnownNetworks.Max;

    /// <summary>The longest wait of a network.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The period of <see cref="MaxUnknownAttempts"/>.</summary>
    public static readonly TimeSpan UnknownWindow = TimeSpan.FromMinutes(1);

    /// <summary>Older failures are dropped.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private readonly NetworkWaits _known = new(MaxKnownNetworks);
    private readonly NetworkWaits _unknown = new(MaxUnknownNetworks);
    private readonly UnknownNetworkQuota _quota = new(MaxUnknownAttempts, UnknownWindow, start);

    /// <summary>The number of networks in memory.</summary>
    public int Networks => _known.Count + _unknown.Count;

    /// <summary>Begins an attempt before its password is checked; null if it is refused.</summary>
    /// <param name="network">The client's network.</param>
    /// <param name="known">True if the account knows the network.</param>
    /// <param name="now">The monotonic clock.</param>
    public CountedAttempt? Begin(string network, bool known, TimeSpan now)
    {
        if (known) return _known.Allows(network, now) ? new CountedAttempt(network, true, 0) : null;
        return _unknown.Allows(network, now) && _quota.Take(now) is { } turn ? new CountedAttempt(network, false, turn) : null;
    }

    /// <summary>Records the result of an attempt.</summary>
    public void End(CountedAttempt attempt, bool succeeded, TimeSpan now)
    {
        var waits = attempt.Known ? _known : _unknown;
        if (!succeeded)
        {
            waits.Failed(attempt.Network, now);
            return;
        }

        waits.Succeeded(attempt.Network);
        if (!attempt.Known) _quota.Return(attempt.Turn);
    }
}
