using Actors.Accounts.Sessions;

namespace Actors.Accounts.Accounts;

/// <summary>What became of a registration.</summary>
internal enum RegistrationResult
{
    Created,
    Taken,
    CommonPassword,

    /// <summary>Too many wait already; nothing was looked at.</summary>
    Busy,
}

/// <summary>What became of a registration, and the account when there is a new one.</summary>
/// <param name="Result">Created, or why not.</param>
/// <param name="AccountId">The account's UUID; empty unless created.</param>
/// <param name="Number">Its integer id.</param>
/// <param name="Tokens">Its first session, when one was asked for.</param>
[GenerateSerializer, Immutable, Alias("accounts.Registration")]
internal sealed record Registration(
    [property: Id(0)] RegistrationResult Result,
    [property: Id(1)] Guid AccountId = default,
    [property: Id(2)] long Number = 0,
    [property: Id(3)] TokenPair? Tokens = null);
