using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>
/// Manages accounts for other modules; all API families share one account. The module Accounts implements it. A method that changes an account
/// returns when the change is durable, and the account's next request sees it. Every method throws when the database is unavailable.
/// </summary>
/// <remarks>
/// Routes that take a password must have the rate limits of <c>/auth/login</c>: by the policy <c>sign-in</c> on the route, and in the handler by
/// <c>sign-in-identifier</c> with the key that <see cref="LimitKey"/> gives.
/// </remarks>
public interface IAccounts : IAccountDirectory
{
    /// <summary>The rate-limit key of a login and a network. All spellings of a login have the same key.</summary>
    string LimitKey(string login, SignInClient client);

    /// <summary>Creates an account unless the login is taken. If a client is given, also opens a session.</summary>
    Task<SignInAnswer> RegisterAsync(NewAccount account, SignInClient? signIn, CancellationToken cancellationToken = default);

    /// <summary>Opens a session with a password. An unknown login takes as long as a wrong password.</summary>
    Task<SignInAnswer> SignInAsync(string login, string password, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Opens a session for a person whom another service has just identified. Creates the account if necessary.</summary>
    Task<SignInAnswer> SignInAsync(OutsideIdentity identity, string? fullName, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Exchanges a refresh token; null when it is not valid.</summary>
    Task<IssuedTokens?> RefreshAsync(string refreshToken, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Ends a session; false when the account has no such session.</summary>
    Task<bool> EndSessionAsync(Guid accountId, Guid sessionId, CancellationToken cancellationToken = default);

    /// <summary>An account by its integer id; null when there is none.</summary>
    Task<AccountCard?> FindAsync(long number, CancellationToken cancellationToken = default);

    /// <summary>The account of a login; null when there is none.</summary>
    Task<AccountCard?> FindByLoginAsync(string login, CancellationToken cancellationToken = default);

    /// <summary>Lists accounts by number; erased accounts are left out.</summary>
    /// <param name="after">The last number of the page before; zero for the first page.</param>
    /// <param name="limit">The maximum count, from 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<AccountPage> ListAsync(long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Changes the owner's full name.</summary>
    Task<AccountChangeStatus> SetFullNameAsync(Guid accountId, string? fullName, CancellationToken cancellationToken = default);

    /// <summary>Changes the password, ends all sessions and notifies the owner by e-mail.</summary>
    Task<AccountChangeStatus> SetPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken = default);

    /// <summary>Replaces the roles of an account. <see cref="AccountRoles.User"/> always stays.</summary>
    Task<AccountChangeStatus> SetRolesAsync(Guid accountId, ImmutableArray<string> roles, CancellationToken cancellationToken = default);

    /// <summary>Disables an account, which ends its sessions, or enables it again.</summary>
    Task<AccountChangeStatus> SetDisabledAsync(Guid accountId, bool disabled, CancellationToken cancellationToken = default);

    /// <summary>Permanently removes the owner's personal data and releases the logins. The ids stay in security events and the audit log.</summary>
    Task<AccountChangeStatus> EraseAsync(Guid accountId, CancellationToken cancellationToken = default);
}
