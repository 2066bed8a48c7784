using Actors.Accounts.Sessions;

namespace Actors.Accounts.SignIn;

/// <summary>The result of a sign-in or a password change.</summary>
internal enum SignInResult
{
    Done,

    /// <summary>Unknown identifier, wrong password or blocked attempt.</summary>
    Refused,

    /// <summary>The new password is too common; nothing else was checked.</summary>
    CommonPassword,

    /// <summary>Too many passwords wait to be hashed; the attempt was not processed.</summary>
    Busy,
}

/// <summary>The result of a sign-in or a password change.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="Tokens">The tokens of the session, if done.</param>
internal sealed record SignInOutcome(SignInResult Result, TokenPair? Tokens = null)
{
    /// <summary>Creates the outcome from the account's answer, which is null if the password was changed meanwhile.</summary>
    public static SignInOutcome Of(Guid account, TokenPair? tokens) =>
        tokens is null ? new(SignInResult.Refused) : new(SignInResult.Done, tokens) { AccountId = account };

    /// <summary>The account, if done.</summary>
    public Guid AccountId { get; private init; }
}
