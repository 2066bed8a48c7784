using Actors.Accounts.Sessions;

namespace Actors.Accounts.Accounts;

/// <summary>The result of a registration.</summary>
internal enum RegistrationResult
{
    Created,
    Taken,
    CommonPassword,

    /// <summary>Too many passwords wait to be hashed; the attempt was not processed.</summary>
    Busy,
}

/// <summary>The result of a registration, and the new account.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="AccountId">The account's UUID; empty unless created.</param>
/// <param name="Number">Its integer id.</param>
/// <param name="Tokens">Its first session, if requested.</param>
[GenerateSerializer, Immutable, Alias("accounts.Registration")]
internal sealed record Registration(
    [property: Id(0)] RegistrationResult Result,
    [property: Id(1)] Guid AccountId = default,
    [property: Id(2)] long Number = 0,
    [property: Id(3)] TokenPair? Tokens = null);
