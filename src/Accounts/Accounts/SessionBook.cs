using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>The answers to checks of sessions, made once per change of the account: a check makes nothing.</summary>
internal sealed class SessionBook
{
    /// <summary>What a check of a session that is not alive answers.</summary>
    public static readonly Task<Caller?> Nobody = Task.FromResult<Caller?>(null);

    private readonly Dictionary<Guid, (DateTimeOffset Expires, Task<Caller?> Caller)> _callers;

    public SessionBook(AccountState account) => _callers = account.Sessions.ToDictionary(
        s => s.Id,
        s => (s.Expires, Task.FromResult<Caller?>(new Caller(account.Id, account.Number, s.Id, account.Roles))));

    /// <summary>The caller behind a session that is alive at a moment.</summary>
    public Task<Caller?> Check(Guid session, DateTimeOffset now) =>
        _callers.TryGetValue(session, out var known) && known.Expires > now ? known.Caller : Nobody;
}
