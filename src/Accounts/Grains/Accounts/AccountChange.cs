using Actors.Plumbing.Mail;

namespace Actors.Accounts.Grains.Accounts;

/// <summary>A write of an account.</summary>
/// <param name="State">What it is afterwards.</param>
/// <param name="Event">What happened to its safety, if anything.</param>
/// <param name="Notice">The letter to its owner about that.</param>
internal sealed record AccountChange(AccountState State, SecurityEvent? Event = null, Letter? Notice = null);
