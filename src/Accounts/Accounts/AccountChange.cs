using System.Collections.Immutable;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Core.Mail;

namespace Actors.Accounts.Accounts;

/// <summary>A change of an account that is written in one commit.</summary>
/// <param name="State">The new state.</param>
/// <param name="Event">The security event of the change, if any.</param>
/// <param name="Letter">The letter to the owner about the event.</param>
internal sealed record AccountChange(AccountState State, SecurityEvent? Event = null, Letter? Letter = null)
{
    /// <summary>Keys of the claims that the change releases.</summary>
    public ImmutableArray<string> Freed { get; init; } = [];

    /// <summary>The minimum time between two letters of a kind. Addresses are not confirmed, so the mailbox may belong to a stranger.</summary>
    public static readonly TimeSpan LetterInterval = TimeSpan.FromHours(1);

    /// <summary>The minimum time between two letters with a reset link, for which the user waits.</summary>
    public static readonly TimeSpan ResetLetterInterval = TimeSpan.FromMinutes(5);

    /// <summary>Drops the letter if one of its kind was sent recently; keeps the event.</summary>
    public AccountChange WithThrottledLetter(DateTimeOffset now)
    {
        if (this is not { Event: { } securityEvent, Letter: not null }) return this;
        return State.Noticed.TryGetValue(securityEvent.Kind, out var last) && (now - last).Duration() < IntervalOf(securityEvent.Kind)
            ? this with { Letter = null }
            : this with { State = State with { Noticed = State.Noticed.SetItem(securityEvent.Kind, now) } };
    }

    private static TimeSpan IntervalOf(string kind) => kind == SecurityEventKinds.ResetAsked ? ResetLetterInterval : LetterInterval;
}
