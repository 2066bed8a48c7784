namespace Actors.Core.Accounts;

/// <summary>A person's identity at another service, verified by that service. Like an e-mail address, it belongs to at most one account.</summary>
/// <param name="Service">One of the constants here.</param>
/// <param name="Id">The person's id at the service. The service never assigns it to another person.</param>
[GenerateSerializer, Immutable, Alias("core.OutsideIdentity")]
public sealed record OutsideIdentity([property: Id(0)] string Service, [property: Id(1)] string Id)
{
    /// <summary>The id is the Telegram user id. A phone number is not an identity: it may be reassigned to another person (A4).</summary>
    public const string Telegram = "telegram";
}

/// <summary>The client that a sign-in comes from.</summary>
/// <param name="Network">The network as rate limits count it (IPv4 address, IPv6 /64). A session stores a shorter prefix.</param>
/// <param name="UserAgent">The <c>User-Agent</c> header.</param>
public sealed record SignInClient(string Network, string UserAgent);

/// <summary>A request for an account with a password. Never logged.</summary>
/// <param name="Login">An e-mail address, or a username if it contains no @.</param>
/// <param name="Password">The password as typed.</param>
/// <param name="FullName">The owner's full name.</param>
public sealed record NewAccount(string Login, string Password, string? FullName = null)
{
    /// <inheritdoc/>
    public override string ToString() => "new account";
}

/// <summary>The tokens of a session. Never logged.</summary>
/// <param name="AccessToken">A JWT.</param>
/// <param name="RefreshToken">Valid for one refresh.</param>
/// <param name="RefreshExpires">When the session ends unless it is refreshed.</param>
public sealed record IssuedTokens(string AccessToken, string RefreshToken, DateTimeOffset RefreshExpires)
{
    /// <inheritdoc/>
    public override string ToString() => "tokens";
}

/// <summary>The result of a registration or a sign-in.</summary>
public enum SignInStatus
{
    /// <summary>It succeeded.</summary>
    Done,

    /// <summary>Unknown login, wrong password, disabled account, or blocked after too many attempts. The response must not show which.</summary>
    Refused,

    /// <summary>The login or identity is not valid.</summary>
    NoLogin,

    /// <summary>The login already belongs to an account.</summary>
    Taken,

    /// <summary>The password is on the list of common passwords.</summary>
    CommonPassword,

    /// <summary>Too many passwords wait to be hashed; the attempt was not processed.</summary>
    Busy,
}

/// <summary>The result of a registration or a sign-in.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="AccountId">The account, if <see cref="SignInStatus.Done"/>.</param>
/// <param name="Tokens">The tokens of the new session, if one was opened.</param>
public sealed record SignInAnswer(SignInStatus Status, Guid AccountId = default, IssuedTokens? Tokens = null);

/// <summary>The result of a change that an operator makes to an account.</summary>
public enum AccountChangeStatus
{
    /// <summary>The change is durable, or there was nothing to change.</summary>
    Done,

    /// <summary>The account does not exist or was erased.</summary>
    NotFound,

    /// <summary>No super admin would remain (409).</summary>
    LastSuperAdmin,

    /// <summary>The role does not exist.</summary>
    NoSuchRole,

    /// <summary>The password is on the list of common passwords.</summary>
    CommonPassword,

    /// <summary>Too many passwords wait to be hashed.</summary>
    Busy,
}

/// <summary>One page of the account list, ordered by number.</summary>
/// <param name="Accounts">The accounts; erased accounts are left out.</param>
/// <param name="Total">The length of the whole list.</param>
public sealed record AccountPage(IReadOnlyList<AccountCard> Accounts, long Total);
