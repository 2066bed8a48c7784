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
    /// <summary>The caller of a session; null if the session has ended. It is called on every request, so it never waits for a write.</summary>
    [Alias("Check"), AlwaysInterleave, ReadOnly]
    Task<Caller?> Check(Guid sessionId);

    /// <summary>The data for other modules; null if the account does not exist.</summary>
    [Alias("Card"), AlwaysInterleave, ReadOnly]
    Task<AccountCard?> Card();

    /// <summary>The live sessions, newest first.</summary>
    [Alias("Sessions"), AlwaysInterleave, ReadOnly]
    Task<ImmutableArray<SessionView>> Sessions();

    /// <summary>Ends a session; false if the account does not have it. Durable when it returns.</summary>
    [Alias("EndSession"), Repeatable(Repeat.IfRefused)]
    Task<bool> EndSession(Guid sessionId);

    /// <summary>Creates the account unless it exists. A repetition changes nothing.</summary>
    [Alias("Create"), Repeatable(Repeat.IfRefused)]
    Task<Registration> Create(AccountDraft draft, ClientInfo? signIn);

    /// <summary>
    /// The data that a password is checked against; null if the account does not exist. Only silos of earlier versions call it; sign-in now reads the
    /// row.
    /// </summary>
    [Alias("Secret"), AlwaysInterleave, ReadOnly]
    Task<AccountSecret?> Secret();

    /// <summary>True if the account has the identifier of a claim; null if the account does not exist.</summary>
    /// <param name="claim">Key of the claim: <see cref="Identifiers.Identifier.Key"/>.</param>
    [Alias("Holds"), AlwaysInterleave, ReadOnly]
    Task<bool?> Holds(string claim);

    /// <summary>Opens a session after a password check; null if the password was changed since.</summary>
    /// <param name="passwordVersion">The checked password version.</param>
    /// <param name="client">The client.</param>
    /// <param name="rehashed">A stronger hash of the same password to store; null for none.</param>
    [Alias("OpenSession"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> OpenSession(long passwordVersion, ClientInfo client, string? rehashed);

    /// <summary>Stores a new password, ends all sessions and opens a new one in one write; null if the password was changed since the check.</summary>
    [Alias("ChangePassword"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> ChangePassword(long passwordVersion, string newHash, ClientInfo client);

    /// <summary>
    /// Rotates a session's refresh token, given by its hash; ends the session if the token was used before. Null if the token is not valid.
    /// </summary>
    [Alias("Rotate"), Repeatable(Repeat.Always)]
    Task<TokenPair?> Rotate(Guid sessionId, string tokenHash, ClientInfo client);

    /// <summary>
    /// Replaces the roles; <see cref="AccountRoles.User"/> always stays. False if the account does not exist. Writes nothing if the roles are
    /// unchanged.
    /// </summary>
    /// <remarks>Called by <see cref="SuperAdmins.ISuperAdminsGrain"/>, like every change that may remove a super admin.</remarks>
    /// <exception cref="ArgumentException">One of the keys is not a role.</exception>
    [Alias("SetRoles"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetRoles(ImmutableArray<string> roles);

    /// <summary>Disables the account and ends its sessions, or enables it. False if the account does not exist. Writes nothing if unchanged.</summary>
    [Alias("SetDisabled"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetDisabled(bool disabled);

    /// <summary>Erases the owner's data and releases the claims; false if the account does not exist. A repetition changes nothing.</summary>
    [Alias("Erase"), Repeatable(Repeat.Always)]
    Task<bool> Erase();

    /// <summary>Changes the owner's full name; false if the account does not exist.</summary>
    [Alias("SetFullName"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetFullName(string? fullName);

    /// <summary>Opens a session for a person whom another service has identified; null if the account does not have that claim.</summary>
    [Alias("OpenVouched"), Repeatable(Repeat.IfRefused)]
    Task<TokenPair?> OpenVouched(string claim, ClientInfo client);

    /// <summary>Stores a password chosen by an operator and ends all sessions; false if the account does not exist.</summary>
    [Alias("SetPassword"), Repeatable(Repeat.IfRefused)]
    Task<bool> SetPassword(string newHash);

    /// <summary>Sends the owner a letter with a reset token, unless one was sent recently. Idempotent by <paramref name="request"/>.</summary>
    [Alias("BeginReset"), Repeatable(Repeat.Always)]
    Task BeginReset(Guid request);

    /// <summary>Stores a new password and ends all sessions if the reset token is valid. A token can be used once.</summary>
    [Alias("ResetPassword"), Repeatable(Repeat.IfRefused)]
    Task<bool> ResetPassword(string tokenHash, string newHash, ClientInfo client);
}
