using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Grains.Calls;

namespace Actors.Accounts.SignUp;

/// <summary>Who holds an identifier. Key: <see cref="Identifier.Key"/>. One grain has one turn at a time, so an identifier gets one account.</summary>
[Alias("accounts.IClaimGrain")]
internal interface IClaimGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes an account that holds the identifier, unless one does. The claim is stored first with the id the account will have; a claim
    /// whose account never came to be is used by whoever registers next.
    /// </summary>
    /// <param name="draft">The account to be.</param>
    /// <param name="also">Key of a second claim that the account shall hold. A username's claim asks for an address's, never the other way round.</param>
    /// <param name="signIn">Who opens its first session, if it gets one.</param>
    [Alias("Register"), Repeatable(Repeat.IfRefused)]
    Task<Registration> Register(AccountDraft draft, string? also, ClientInfo? signIn);

    /// <summary>The second claim's part: makes the account with the id that the first claim has for it.</summary>
    [Alias("RegisterAs"), Repeatable(Repeat.IfRefused)]
    Task<Registration> RegisterAs(Guid account, AccountDraft draft, ClientInfo? signIn);

    /// <summary>Removes the claim if this account held it and is no longer known by it.</summary>
    [Alias("Free"), Repeatable(Repeat.Always)]
    Task Free(Guid account);
}
