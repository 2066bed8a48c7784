namespace Actors.Accounts.Grains;

/// <summary>Who holds an identifier. Key: <see cref="Rules.Identifier.Key"/>. One grain has one turn at a time, so an identifier gets one account.</summary>
[Alias("accounts.IClaimGrain")]
internal interface IClaimGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes an account that holds the identifier, unless one does. The claim is stored first with the id the account will have; a claim
    /// whose account never came to be is used by whoever registers next.
    /// </summary>
    [Alias("Register")]
    Task<Registration> Register(AccountDraft draft, ClientInfo? signIn);
}
