using System.Runtime.CompilerServices;
using Actors.Accounts.Roles;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>
/// Checks a token's signature and times, then asks the account's grain for its session on every request. Permissions come from the current roles.
/// </summary>
internal sealed class Access(TokenReader reader, IGrainFactory grains, RolePermissions permissions) : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        reader.Read(accessToken) is { } token ? CheckAsync(token) : default;

    public FormerCaller? OwnerOf(string accessToken) =>
        reader.Read(accessToken) is { } token ? new FormerCaller(token.AccountId, token.SessionId) : null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Caller?> CheckAsync(AccessToken token) =>
        await grains.GetGrain<IAccountGrain>(token.AccountId).Check(token.SessionId) is { } caller
            ? caller with { Permissions = await permissions.OfAsync(caller.Roles) }
            : null;
}
