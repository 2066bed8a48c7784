namespace Actors.Core.Accounts;

/// <summary>A person's identity at another service, which has verified it. It belongs to at most one account, as an e-mail address does.</summary>
/// <param name="Service">One of the constants here.</param>
/// <param name="Id">The service's own id of the person, which it never gives to another one.</param>
[GenerateSerializer, Immutable, Alias("core.OutsideIdentity")]
public sealed record OutsideIdentity([property: Id(0)] string Service, [property: Id(1)] string Id)
{
    /// <summary>Ids are Telegram's numbers of users. A phone is no identity: numbers are given to others (A4).</summary>
    public const string Telegram = "telegram";
}

/// <summary>The client that a sign-in comes from.</summary>
/// <param name="Network">As limits count networks (IPv4 address, IPv6 /64). A session keeps less of it.</param>
/// <param name="UserAgent">What the client calls itself.</param>
public sealed record SignInClient(string Network, string UserAgent);

/// <summary>A request for an account with a password. Never logged.</summary>
/// <param name="Login">An e-mail address, or a username when there is no @ in it.</param>
/// <param name="Password">As typed.</param>
/// <param name="FullName">What they are called.</param>
public sealed record NewAccount(string Login, string Password, string? FullName = null)
{
    /// <inheritdoc/>
    public override string ToString() => "new account";
}

/// <summary>The tokens of a session. Never logged.</summary>
/// <param name="AccessToken">A JWT.</param>
/// <param name="RefreshToken">Good for one refresh.</param>
/// <param name="RefreshExpires">When the session ends unless it is refreshed.</param>
public sealed record IssuedTokens(string AccessToken, string RefreshToken, DateTimeOffset RefreshExpires)
{
    /// <inheritdoc/>
    public override string ToString() => "tokens";
}

/// <summary>What became of a registration or a sign-in.</summary>
public enum SignInStatus
{
    /// <summary>It succeeded.</summary>
    Done,

    /// <summary>An unknown login, a wrong password, a disabled account or a wait after too many guesses; the answer does not show which.</summary>
    Refused,

    /// <summary>No account can be known by this login or identity.</summary>
    NoLogin,

    /// <summary>The login belongs to an account.</summary>
    Taken,

    /// <summary>The password is one that people choose most.</summary>
    CommonPassword,

    /// <summary>Too many wait; nothing was looked at.</summary>
    Busy,
}

/// <summary>What became of a registration or a sign-in.</summary>
/// <param name="Status">Done, or why not.</param>
/// <param name="AccountId">The account, when it is done.</param>
/// <param name="Tokens">The session, when one was opened.</param>
public sealed record SignInAnswer(SignInStatus Status, Guid AccountId = default, IssuedTokens? Tokens = null);

/// <summary>What became of a change of an account by an operator.</summary>
public enum AccountChangeStatus
{
    /// <summary>It is durable, or the account was like that before.</summary>
    Done,

    /// <summary>There is no such account, or it was erased.</summary>
    NotFound,

    /// <summary>It would leave no super admin: 409.</summary>
    LastSuperAdmin,

    /// <summary>There is no such role.</summary>
    NoSuchRole,

    /// <summary>The password is one that people choose most.</summary>
    CommonPassword,

    /// <summary>Too many passwords wait to be hashed.</summary>
    Busy,
}

/// <summary>Some accounts of the list, by number.</summary>
/// <param name="Accounts">The accounts, without those that were erased.</param>
/// <param name="Total">How many the whole list has.</param>
public sealed record AccountPage(IReadOnlyList<AccountCard> Accounts, long Total);
