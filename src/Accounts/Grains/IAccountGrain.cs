using System.Collections.Immutable;
using Actors.Plumbing.Identity;
using Orleans.Concurrency;

namespace Actors.Accounts.Grains;

/// <summary>One account with its sessions. Key: its UUID.</summary>
[Alias("accounts.IAccountGrain")]
internal interface IAccountGrain : IGrainWithGuidKey
{
    /// <summary>The caller behind a session, or null when the session is not alive. Asked on every request, so it never waits for a write.</summary>
    [Alias("Check"), AlwaysInterleave]
    Task<Caller?> Check(Guid sessionId);

    /// <summary>What other rooms may know; null when there is no such account.</summary>
    [Alias("Card"), AlwaysInterleave]
    Task<AccountCard?> Card();

    /// <summary>The sessions alive, newest first.</summary>
    [Alias("Sessions"), AlwaysInterleave]
    Task<ImmutableArray<SessionView>> Sessions();

    /// <summary>Ends a session; false when the account has no such session. Durable when it returns.</summary>
    [Alias("EndSession")]
    Task<bool> EndSession(Guid sessionId);
}
