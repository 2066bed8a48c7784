using Actors.Accounts.EventsFace;
using Actors.Accounts.PasswordReset;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Accounts.SignUp.Superusers;
using Actors.Accounts.Tokens;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts;

/// <summary>Accounts and sessions; all API families share one account.</summary>
public static class AccountsModule
{
    /// <summary>Registers the module.</summary>
    public static void AddAccounts(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSchema("accounts", typeof(AccountsModule).Assembly);
        builder.AddTokens(settings);
        builder.AddAccountGrains(settings);
        builder.AddAuthEndpoints(settings);
        builder.Services.AddCommand<CreateSuperuserCommand>();
        builder.Services.AddCommand<RolesCommand>();
    }

    /// <summary>Registers the prompts of the module's commands.</summary>
    public static void AddAccountsPrompts(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ICommandPrompt, SuperuserPrompt>();
    }

    /// <summary>Maps the module's routes.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapMe();
        routes.MapAuth();
        routes.MapPasswordReset();
        routes.MapSessions();
        routes.MapFace();
    }
}
