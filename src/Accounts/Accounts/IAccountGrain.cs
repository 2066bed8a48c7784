using System.Collections.Immutable;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Accounts.Accounts;

/// <summary>One account with its sessions. Key: its UUID.</summary>
[Alias("accounts.IAccountGrain")]
internal interface IAccountGrain : IGrainWithGuidKey
{
    /// <summary>The caller behind a session, or null when the session is not alive. Asked on every request, so it never waits for a write.</summary>
    [Alias("Check"), AlwaysInterleave, ReadOnly]
    Task<Caller?> Check(Guid sessionId);

    /// <summary>What other modules may know; null when there is no such account.</summary>
    [Alias("Card"), AlwaysInterleave, ReadOnly]
    Task<AccountCard?> Card();

    /// <summary>The sessions alive, newest first.</summary>
    [Alias("Sessions"), AlwaysInterleave, ReadOnly]
    Task<ImmutableArray<SessionView>> Sessions();

    /// <summary>Ends a session; false when the account has no such session. Durable when it returns.</summary>
    [Alias("EndSession"), Repeatable(Repeat.IfRefused)]
    Task<bool> EndSession(Guid sessionId);

    /// <summary>Makes the account what a registration asked for, unless it exists. Calling it again changes nothing.</summary>
    [Alias("Create"), Repeatable(Repeat.IfRefused)]
    Task<Registration> Create(AccountDraft draft, ClientInfo? signIn);

    /// <summary>What a password is checked against; null when there is no such account. Sign-in reads the row; silos of an earlier version ask here.</summary>
    [Alias("Secret"), AlwaysInterleave, ReadOnly]
    Task<AccountSecret?> Secret();

    /// <summary>Whether the account is known by what a claim is for; null when there is no such account.</summary>
    /// <param name="claim">Key of the claim: <see cref="Identifiers.Identifier.Key"/>.</param>
    [Alias("Holds"), AlwaysInterleave, ReadOnly]
    Task<bool?> Holds(string claim);

    /// <summary>Opens a session for somebody whose password was checked; null when the password was changed since.</summary>
    /// <param name="passwordVersion">The version that was checked.</param>
    /// <param name="client">Who opens it.</param>
    /// <param name="rehashed">A stronger hash of the same password, to keep from now on.</param>
    [Alias("OpenSession"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> OpenSession(long passwordVersion, ClientInfo client, string? rehashed);

    /// <summary>Takes a new password, ends every session and opens a new one, in one write; null when the password was changed since.</summary>
    [Alias("ChangePassword"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> ChangePassword(long passwordVersion, string newHash, ClientInfo client);

    /// <summary>Rotates a session's refresh token, known by its hash; ends the session when the token was used up before. Null when it is worth nothing.</summary>
    [Alias("Rotate"), Repeatable(Repeat.Always)]
    Task<TokenPair?> Rotate(Guid sessionId, string tokenHash, ClientInfo client);

    /// <summary>Gives the account these roles, and <see cref="AccountRoles.User"/>, which everybody has; false when there is no such account. Nothing is written when it has them.</summary>
    /// <remarks>Asked by <see cref="SuperAdmins.ISuperAdminsGrain"/>, as is whatever else may take a super admin away.</remarks>
    /// <exception cref="ArgumentException">One of them is not the key of a role.</exception>
    [Alias("SetRoles"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetRoles(ImmutableArray<string> roles);

    /// <summary>Keeps the account out and ends its sessions, or lets it in again; false when there is no such account. Nothing is written when it is so.</summary>
    [Alias("SetDisabled"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetDisabled(bool disabled);

    /// <summary>Removes what is known of the account's owner and frees its claims; false when there is no such account. Once more changes nothing.</summary>
    [Alias("Erase"), Repeatable(Repeat.Always)]
    Task<bool> Erase();

    /// <summary>Says what the account's owner is called; false when there is no such account.</summary>
    [Alias("SetFullName"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetFullName(string? fullName);

    /// <summary>Opens a session for a person whom another service has identified; null unless the account has that claim.</summary>
    [Alias("OpenVouched"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> OpenVouched(string claim, ClientInfo client);

    /// <summary>Takes a password that an operator chose and ends every session; false when there is no such account.</summary>
    [Alias("SetPassword"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetPassword(string newHash);

    /// <summary>Writes a letter with a token to the account's owner, unless one was written a short while ago. The same request twice is as once.</summary>
    [Alias("BeginReset"), Repeatable(Repeat.Always)]
    Task BeginReset(Guid request);

    /// <summary>Takes a new password and ends every session, if the token is the one that was sent and still good. It is good once.</summary>
    [Alias("ResetPassword"), Repeatable(Repeat.IfRefused)]
    Task<bool> ResetPassword(string tokenHash, string newHash, ClientInfo client);
}
