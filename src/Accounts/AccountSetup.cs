using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Core.Accounts;
using Actors.Core.Configuration;
using Actors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts;

/// <summary>Accounts, claims and passwords.</summary>
internal static class AccountSetup
{
    /// <summary>Adds <see cref="IAuthenticator"/>, the grains' parts and the room's <see cref="IAccountDirectory"/>. Storage, mail and clock come from elsewhere.</summary>
    public static void AddAccountGrains(this IHostApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddRowGrainStorage(ClaimRow.Storage, ClaimRow.Kind);
        services.AddSingleton(PasswordSettings.Read(settings, builder.Environment.IsProduction()));
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddHostedService<HashingStart>();
        services.AddSingleton<PasswordTurns>();
        services.AddSingleton<AccountMetrics>();
        services.AddSingleton<IClaims, Claims>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddHostedService<SecurityEventSweeper>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton(new AccountFreshness(MembershipSetting.Of(builder.Configuration) == Membership.Member ? AccountFreshness.InCluster : null));
        services.AddSingleton<AccountParts>();
        services.AddSingleton<Registrar>();
        services.AddSingleton<IAdministrators>(provider => provider.GetRequiredService<Registrar>());
        services.AddSingleton<IAuthenticator, Authenticator>();
        services.AddSingleton<IAccountDirectory, AccountDirectory>();
        services.AddSingleton<IAccess, Access>();
    }
}
