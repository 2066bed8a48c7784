using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Tests.Identity;

/// <summary>Access by a table of tokens, which may change between requests; counts how often it is asked.</summary>
internal sealed class KnownTokens : IAccess
{
    private ImmutableDictionary<string, Caller> callers = ImmutableDictionary<string, Caller>.Empty;

    private ImmutableDictionary<string, FormerCaller> former = ImmutableDictionary<string, FormerCaller>.Empty;

    public int Asked { get; private set; }

    public Exception? Failure { get; set; }

    public Caller Add(string token, params string[] roles)
    {
        var caller = new Caller(Guid.NewGuid(), 7, Guid.NewGuid(), [.. roles]);
        callers = callers.Add(token, caller);
        return caller;
    }

    /// <summary>Its session is over.</summary>
    public void Remove(string token)
    {
        if (callers.TryGetValue(token, out var caller)) former = former.SetItem(token, new FormerCaller(caller.AccountId, caller.SessionId));
        callers = callers.Remove(token);
    }

    public FormerCaller? HolderOf(string accessToken) => former.GetValueOrDefault(accessToken);

    public async ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken ct = default)
    {
        Asked++;
        await Task.Yield();
        return Failure is null ? callers.GetValueOrDefault(accessToken) : throw Failure;
    }
}
