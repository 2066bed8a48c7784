using Actors.Accounts.Sessions;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Reads tokens with the module's own code.</summary>
internal static class Tokens
{
    public static Guid SessionOf(this TestAccounts accounts, TokenPair pair) => accounts.Read(pair.RefreshToken).SessionId;

    public static RefreshToken Read(this TestAccounts accounts, string text)
    {
        RefreshToken.TryRead(text, accounts.Services.GetRequiredService<SigningKeys>(), out var token).ShouldBeTrue();
        return token!;
    }

    public static async Task<Caller?> CheckAsync(this TestAccounts accounts, string accessToken) =>
        await accounts.Services.GetRequiredService<IAccess>().CheckAsync(accessToken);
}
