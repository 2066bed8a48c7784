using System.Collections.Immutable;
using Actors.Plumbing.Identity;

namespace Actors.Plumbing.Tests.Identity;

/// <summary>Access by a table of tokens, which may change between requests; counts how often it is asked.</summary>
internal sealed class KnownTokens : IAccess
{
    private ImmutableDictionary<string, Caller> callers = ImmutableDictionary<string, Caller>.Empty;

    public int Asked { get; private set; }

    public Exception? Failure { get; set; }

    public Caller Add(string token, params string[] roles)
    {
        var caller = new Caller(Guid.NewGuid(), 7, Guid.NewGuid(), [.. roles]);
        callers = callers.Add(token, caller);
        return caller;
    }

    public void Remove(string token) => callers = callers.Remove(token);

    public async ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken ct = default)
    {
        Asked++;
        await Task.Yield();
        return Failure is null ? callers.GetValueOrDefault(accessToken) : throw Failure;
    }
}
