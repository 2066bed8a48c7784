using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Tests.Identity;

/// <summary>Checks tokens against a table that tests can change; counts its calls.</summary>
internal sealed class KnownTokens : IAccess
{
    private ImmutableDictionary<string, Caller> _callers = ImmutableDictionary<string, Caller>.Empty;

    private ImmutableDictionary<string, FormerCaller> _former = ImmutableDictionary<string, FormerCaller>.Empty;

    public int Asked { get; private set; }

    public Exception? Failure { get; set; }

    public Caller Add(string token, params string[] roles)
    {
        var caller = new Caller(Guid.NewGuid(), 7, Guid.NewGuid(), [.. roles]) { Permissions = BuiltInRoles.PermissionsOf(roles) };
        _callers = _callers.Add(token, caller);
        return caller;
    }

    /// <summary>The session of the token has ended.</summary>
    public void Remove(string token)
    {
        if (_callers.TryGetValue(token, out var caller)) _former = _former.SetItem(token, new FormerCaller(caller.AccountId, caller.SessionId));
        _callers = _callers.Remove(token);
    }

    public FormerCaller? OwnerOf(string accessToken) => _former.GetValueOrDefault(accessToken);

    public async ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default)
    {
        Asked++;
        await Task.Yield();
        return Failure is null ? _callers.GetValueOrDefault(accessToken) : throw Failure;
    }
}
