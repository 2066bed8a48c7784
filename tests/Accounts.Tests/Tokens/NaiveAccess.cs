using Actors.Core.Accounts;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>An access check with the naive reader.</summary>
internal sealed class NaiveAccess : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) => ValueTask.FromResult(
        NaiveReader.Reads(accessToken, AttackTests.Secret, obeysAlgorithm: true) ? new Caller(Forge.Account, 1, Forge.Session, []) : null);
}
