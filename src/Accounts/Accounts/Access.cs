using Actors.Accounts.Tokens;
using Actors.Core.Accounts;




namespace Actors.Accounts.Accounts;

/// <summary>A token is judged by its signature and times here, and by its session in the account's grain, which is asked every time.</summary>
internal sealed class Access(TokenReader reader, IGrainFactory grains) : IAccess
{
    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        reader.Read(accessToken) is { } token
            ? new ValueTask<Caller?>(grains.GetGrain<IAccountGrain>(token.AccountId).Check(token.SessionId))
            : default;

    public FormerCaller? HolderOf(string accessToken) =>
        reader.Read(accessToken) is { } token ? new FormerCaller(token.AccountId, token.SessionId) : null;
}
