using System.Collections.Immutable;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Takes every session for alive, so that nothing but the token stands between a request and its route.</summary>
internal sealed class ProbeAccess(TokenReader reader, params ImmutableArray<string> roles) : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(reader.Read(accessToken) is { } token ? new Caller(token.AccountId, 1, token.SessionId, roles) : null);
}
