using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Grains.Calls;

namespace Actors.Accounts.SignUp;

/// <summary>
/// The claim of an account to an identifier. Key: <see cref="Identifier.Key"/>. The grain handles one call at a time, so an identifier gets one
/// account.
/// </summary>
[Alias("accounts.IClaimGrain")]
internal interface IClaimGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates an account with the identifier, unless it is taken. The claim is stored first, with the id of the new account. A claim without an
    /// account is reused by the next registration.
    /// </summary>
    /// <param name="draft">The data of the account.</param>
    /// <param name="also">Key of a second claim for the account. A username's claim calls an address's claim, never vice versa.</param>
    /// <param name="signIn">The client of the first session; null for no session.</param>
    [Alias("Register"), Repeatable(Repeat.IfRefused)]
    Task<Registration> Register(AccountDraft draft, string? also, ClientInfo? signIn);

    /// <summary>Called by the first claim: creates the account with the id that the first claim has stored.</summary>
    [Alias("RegisterAs"), Repeatable(Repeat.IfRefused)]
    Task<Registration> RegisterAs(Guid account, AccountDraft draft, ClientInfo? signIn);

    /// <summary>Removes the claim if this account had it and no longer has the identifier.</summary>
    [Alias("Free"), Repeatable(Repeat.Always)]
    Task Free(Guid account);
}
