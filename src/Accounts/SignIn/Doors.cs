using Actors.Accounts.EventsFace;
using Actors.Accounts.Sessions;
using Actors.Core.Configuration;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.SignIn;

/// <summary>The routes by which people come in, in every family's shape.</summary>
internal static class Doors
{
    public static void AddDoors(this IHostApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(DoorOptions.Read(settings, builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton<RefreshCookie>();
        builder.Services.Configure<DialectTable>(table => table
            .Add("/auth", ErrorDialect.FastApi).Add("/me", ErrorDialect.FastApi).Add("/api/auth", ErrorDialect.Drf));
    }

    public static void MapDoors(this IEndpointRouteBuilder routes)
    {
        routes.MapAuth();
        routes.MapSessions();
        routes.MapFace();
    }
}
