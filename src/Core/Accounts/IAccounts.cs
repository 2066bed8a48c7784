using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>
/// Accounts, for every module: one account for all families. Accounts implements it. What changes an account returns when it is durable, and the
/// account's very next request is judged by it. Every method throws when the store is away.
/// </summary>
/// <remarks>
/// Routes that show a password are limited like <c>/auth/login</c>: by the policy <c>sign-in</c> on the route, and in the handler by
/// <c>sign-in-identifier</c> with the key that <see cref="LimitKey"/> gives.
/// </remarks>
public interface IAccounts : IAccountDirectory
{
    /// <summary>What attempts at a login are counted by, from one network: all spellings of a login share it.</summary>
    string LimitKey(string login, SignInClient client);

    /// <summary>Makes an account unless the login is taken; with a client it is signed in as well.</summary>
    Task<SignInAnswer> RegisterAsync(NewAccount account, SignInClient? signIn, CancellationToken cancellationToken = default);

    /// <summary>Opens a session by a password. An unknown login takes as long as a wrong password.</summary>
    Task<SignInAnswer> SignInAsync(string login, string password, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Opens a session for a person whom another service has just identified, and makes the account when there is none.</summary>
    Task<SignInAnswer> SignInAsync(OutsideIdentity identity, string? fullName, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Exchanges a refresh token; null when it is worth nothing.</summary>
    Task<IssuedTokens?> RefreshAsync(string refreshToken, SignInClient client, CancellationToken cancellationToken = default);

    /// <summary>Ends a session; false when the account has no such session.</summary>
    Task<bool> EndSessionAsync(Guid accountId, Guid sessionId, CancellationToken cancellationToken = default);

    /// <summary>An account by its integer id; null when there is none.</summary>
    Task<AccountCard?> FindAsync(long number, CancellationToken cancellationToken = default);

    /// <summary>The account that is known by a login; null when there is none.</summary>
    Task<AccountCard?> FindByLoginAsync(string login, CancellationToken cancellationToken = default);

    /// <summary>Accounts by number, without those that were erased.</summary>
    /// <param name="after">The last number that was seen; zero for the first page.</param>
    /// <param name="limit">At most so many, from 1 to 1000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<AccountPage> ListAsync(long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Says what an account's owner is called.</summary>
    Task<AccountChangeStatus> SetFullNameAsync(Guid accountId, string? fullName, CancellationToken cancellationToken = default);

    /// <summary>Gives an account another password and ends its sessions; its owner is told by mail.</summary>
    Task<AccountChangeStatus> SetPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken = default);

    /// <summary>Gives an account these roles, by key, and no others but <see cref="AccountRoles.User"/>.</summary>
    Task<AccountChangeStatus> SetRolesAsync(Guid accountId, ImmutableArray<string> roles, CancellationToken cancellationToken = default);

    /// <summary>Keeps an account out, which ends its sessions, or lets it in again.</summary>
    Task<AccountChangeStatus> SetDisabledAsync(Guid accountId, bool disabled, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the owner's personal data for ever. The ids stay as pseudonyms in security events and audit; the logins are free again.
    /// </summary>
    Task<AccountChangeStatus> EraseAsync(Guid accountId, CancellationToken cancellationToken = default);
}
