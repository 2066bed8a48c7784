using System.Collections.Immutable;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Core.Mail;

namespace Actors.Accounts.Accounts;

/// <summary>A write of an account.</summary>
/// <param name="State">What it is afterwards.</param>
/// <param name="Event">What happened to its safety, if anything.</param>
/// <param name="Notice">The letter to its owner about that.</param>
internal sealed record AccountChange(AccountState State, SecurityEvent? Event = null, Letter? Notice = null)
{
    /// <summary>Keys of claims that the account gives up with it.</summary>
    public ImmutableArray<string> Freed { get; init; } = [];

    /// <summary>
    /// The time between two letters of a kind. Addresses are not confirmed, so an account may have the address
    /// of a stranger, whose mailbox must not be filled.
    /// </summary>
    public static readonly TimeSpan BetweenNotices = TimeSpan.FromHours(1);

    /// <summary>The time between two letters with a link to reset the password, which their reader waits for.</summary>
    public static readonly TimeSpan BetweenResets = TimeSpan.FromMinutes(5);

    /// <summary>The same without the letter when one of its kind was written a short while ago; the event is kept in any case.</summary>
    public AccountChange Spaced(DateTimeOffset now)
    {
        if (this is not { Event: { } happened, Notice: not null }) return this;
        return State.Noticed.TryGetValue(happened.Kind, out var last) && (now - last).Duration() < Between(happened.Kind)
            ? this with { Notice = null }
            : this with { State = State with { Noticed = State.Noticed.SetItem(happened.Kind, now) } };
    }

    private static TimeSpan Between(string kind) => kind == SecurityEventKinds.ResetAsked ? BetweenResets : BetweenNotices;
}
