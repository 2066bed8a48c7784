using Actors.Core.Accounts;

namespace Actors.Cluster.Tests.Dashboard;

/// <summary>Access tokens that name their role: <c>admin</c> and <c>user</c>.</summary>
internal sealed class KnownTokens : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        new(AccountRoles.All.Contains(accessToken) ? new Caller(Guid.NewGuid(), 1, Guid.NewGuid(), [accessToken]) : null);
}
