using System.Collections.Immutable;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Treats every session as live, so that only the token check can refuse.</summary>
internal sealed class ProbeAccess(TokenReader reader, params ImmutableArray<string> roles) : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(reader.Read(accessToken) is { } token ? new Caller(token.AccountId, 1, token.SessionId, roles) : null);
}
