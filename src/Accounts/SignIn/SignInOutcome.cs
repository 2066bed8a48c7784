using Actors.Accounts.Sessions;

namespace Actors.Accounts.SignIn;

/// <summary>What became of an attempt to sign in or to change a password.</summary>
internal enum SignInResult
{
    Done,

    /// <summary>For any reason there may be: nobody, a wrong password, a back-off.</summary>
    Refused,

    /// <summary>The new password is one that people choose most; nothing else was looked at.</summary>
    CommonPassword,

    /// <summary>Too many wait already; nothing was looked at.</summary>
    Busy,
}

/// <summary>What became of an attempt to sign in or to change a password.</summary>
/// <param name="Result">Done, or why not.</param>
/// <param name="Tokens">The session, when it is done.</param>
internal sealed record SignInOutcome(SignInResult Result, TokenPair? Tokens = null)
{
    /// <summary>The outcome of asking the account; null when its password was changed meanwhile.</summary>
    public static SignInOutcome Of(Guid account, TokenPair? tokens) =>
        tokens is null ? new(SignInResult.Refused) : new(SignInResult.Done, tokens) { AccountId = account };

    /// <summary>Whose session it is, when it is done.</summary>
    public Guid AccountId { get; private init; }
}
