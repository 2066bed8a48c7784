using Actors.Accounts.Accounts;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// How attempts at one identifier are slowed down. Times are the monotonic clock's. Every network has a wait of its own that grows with its failures;
/// attempts made while it waits count for nothing. Networks that the account knows have nothing else to fear. All others together
/// have <see cref="Strangers"/> turns a minute, so that many networks guess no faster than a few.
/// </summary>
/// <param name="start">Where the numbers of turns begin, later for every activation: a turn of a lost one that is given back here must be nobody else's.</param>
internal sealed class BackOff(long start = 0)
{
    /// <summary>Failures of a network that cost nothing.</summary>
    public const int Free = 5;

    /// <summary>Attempts that count, of all networks together that the account does not know, within <see cref="StrangersWindow"/>.</summary>
    public const int Strangers = 10;

    /// <summary>Networks remembered that the account does not know.</summary>
    public const int MaxStrangers = 256;

    /// <summary>Networks remembered that it knows: a few times what it can know at once.</summary>
    public const int MaxKnown = 4 * KnownNetworks.Max;

    /// <summary>The longest a network waits.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Within how long strangers have their turns.</summary>
    public static readonly TimeSpan StrangersWindow = TimeSpan.FromMinutes(1);

    /// <summary>Failures older than this are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private readonly NetworkWaits _known = new(MaxKnown);
    private readonly NetworkWaits _strangers = new(MaxStrangers);
    private readonly StrangersTurns _turns = new(Strangers, StrangersWindow, start);

    /// <summary>Networks remembered now.</summary>
    public int Networks => _known.Count + _strangers.Count;

    /// <summary>Lets an attempt count, before its password is looked at; null when it does not.</summary>
    /// <param name="network">Where it comes from.</param>
    /// <param name="known">Whether the account knows the network.</param>
    /// <param name="now">The monotonic clock.</param>
    public CountedAttempt? Begin(string network, bool known, TimeSpan now)
    {
        if (known) return _known.Allows(network, now) ? new CountedAttempt(network, true, 0) : null;
        return _strangers.Allows(network, now) && _turns.Take(now) is { } turn ? new CountedAttempt(network, false, turn) : null;
    }

    /// <summary>Notes what came of an attempt that counted.</summary>
    public void End(CountedAttempt attempt, bool succeeded, TimeSpan now)
    {
        var waits = attempt.Known ? _known : _strangers;
        if (!succeeded)
        {
            waits.Failed(attempt.Network, now);
            return;
        }

        waits.Succeeded(attempt.Network);
        if (!attempt.Known) _turns.GiveBack(attempt.Turn);
    }
}
