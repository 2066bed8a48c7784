using Actors.Accounts.SignIn;
using Actors.Core.Configuration;
using Actors.Web.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts;

/// <summary>Registers the services of the authentication routes.</summary>
internal static class AuthEndpointSetup
{
    public static void AddAuthEndpoints(this IHostApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(AuthOptions.Read(settings, builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton<RefreshCookie>();
        builder.Services.Configure<DialectTable>(table => table
            .Add("/auth", ErrorDialect.FastApi).Add("/me", ErrorDialect.FastApi).Add("/api/auth", ErrorDialect.Drf));
    }
}
