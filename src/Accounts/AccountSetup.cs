using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts.SuperAdmins;
using Actors.Accounts.Contracts;
using Actors.Accounts.PasswordReset;
using Actors.Accounts.Passwords;
using Actors.Accounts.Roles;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Core.Accounts;
using Actors.Core.Configuration;
using Actors.Grains.Storage;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts;

/// <summary>Registers accounts, claims and passwords.</summary>
internal static class AccountSetup
{
    /// <summary>
    /// Adds <see cref="Authenticator"/>, the dependencies of grains and <see cref="IAccounts"/>. Storage, mail and clock must be registered
    /// separately.
    /// </summary>
    public static void AddAccountGrains(this IHostApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddRowGrainStorage(ClaimRow.Storage, ClaimRow.Kind);
        services.AddRowGrainStorage(RoleBookRow.Storage, RoleBookRow.Kind);
        services.AddRowGrainStorage(SuperAdminsRow.Storage, SuperAdminsRow.Kind);
        services.AddSingleton(PasswordSettings.Read(settings, builder.Environment.IsProduction()));
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddHostedService<PasswordHashingWarmup>();
        services.AddSingleton<PasswordQueue>();
        services.AddSingleton<AccountMetrics>();
        services.AddSingleton<Claims>();
        services.AddSingleton<IAccountStore, AccountStore>();
        services.AddHostedService<SecurityEventSweeper>();
        services.AddSingleton<SessionTokens>();
        var isMember = MembershipSetting.Of(builder.Configuration) == Membership.Member;
        services.AddSingleton(new AccountFreshness(isMember ? AccountFreshness.InCluster : null));
        services.AddSingleton(provider => new RolePermissions(
            provider.GetRequiredService<IRowStore>(), isMember ? RolePermissions.InCluster : null, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRoles, RoleDirectory>();
        services.AddSingleton(provider => new ResetLink(provider.GetRequiredService<PublicUrl>()));
        services.AddSingleton<AccountParts>();
        services.AddSingleton<Registrar>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<AccountList>();
        services.AddSingleton<IAccounts, AccountService>();
        services.AddSingleton<IAccountDirectory>(provider => provider.GetRequiredService<IAccounts>());
        services.AddOutboxHandler<FreedClaimsHandler>();
        services.AddSingleton<PasswordResets>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<PasswordResets>());
        services.AddSingleton<IAccess, Access>();
    }
}
