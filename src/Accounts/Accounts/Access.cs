using System.Runtime.CompilerServices;
using Actors.Accounts.Roles;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>
/// A token is judged by its signature and times here, and by its session in the account's grain, which is asked every time. What the caller's
/// roles allow is looked up in the roles as they are now.
/// </summary>
internal sealed class Access(TokenReader reader, IGrainFactory grains, RolePermissions permissions) : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        reader.Read(accessToken) is { } token ? CheckAsync(token) : default;

    public FormerCaller? HolderOf(string accessToken) =>
        reader.Read(accessToken) is { } token ? new FormerCaller(token.AccountId, token.SessionId) : null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Caller?> CheckAsync(AccessToken token) =>
        await grains.GetGrain<IAccountGrain>(token.AccountId).Check(token.SessionId) is { } caller
            ? caller with { Permissions = await permissions.OfAsync(caller.Roles) }
            : null;
}
