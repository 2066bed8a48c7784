using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>The results of session checks, precomputed at each change of the account so that a check does not allocate.</summary>
internal sealed class SessionBook
{
    /// <summary>The result for a session that does not exist or has expired.</summary>
    public static readonly Task<Caller?> NoCaller = Task.FromResult<Caller?>(null);

    private readonly Dictionary<Guid, (DateTimeOffset Expires, Task<Caller?> Caller)> _callers;

    public SessionBook(AccountState account) => _callers = account.Sessions.ToDictionary(
        s => s.Id,
        s => (s.Expires, Task.FromResult<Caller?>(new Caller(account.Id, account.Number, s.Id, account.Roles))));

    /// <summary>The caller of a live session.</summary>
    public Task<Caller?> Check(Guid session, DateTimeOffset now) =>
        _callers.TryGetValue(session, out var known) && known.Expires > now ? known.Caller : NoCaller;
}
