using Actors.Core.Accounts;
using Actors.Core.Configuration;
using Actors.Hosting.Membership;
using Actors.TestKit;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Web.Tests.Http;

/// <summary>A server with grains, limits and trusted proxies, wired as the silo wires them.</summary>
internal static class GrainServer
{
    /// <summary>The header with the caller's account, instead of a token.</summary>
    public const string Account = "X-Account";

    /// <summary>The header with the caller's session.</summary>
    public const string Session = "X-Session";

    /// <summary>The header that marks the session as ended.</summary>
    public const string Former = "X-Former";

    public static Task<ApiServer> StartAsync(
        Action<WebApplication> map, TimeProvider? timeProvider = null, string? proxies = null, Action<WebApplicationBuilder>? also = null) => ApiServer.StartAsync(
        app =>
        {
            app.UseTrustedProxies();
            app.Use(Identify);
            app.UseRateLimits();
            map(app);
        },
        builder =>
        {
            builder.Configuration["TRUSTED_PROXIES"] = proxies;
            builder.Services.AddSingleton(timeProvider ?? TimeProvider.System);
            var settings = new Settings(builder.Configuration, new ConfigurationProblems());
            builder.AddTrustedProxies(settings);
            builder.AddRateLimits(settings);
            builder.Services.AddEngineClock();
            builder.UseOrleans(static silo => silo.UseSingleSilo());
            also?.Invoke(builder);
        });

    private static Task Identify(HttpContext context, RequestDelegate next)
    {
        if (!Guid.TryParse(context.Request.Headers[Account], out var account)) return next(context);
        var session = Guid.TryParse(context.Request.Headers[Session], out var named) ? named : Guid.Empty;
        if (context.Request.Headers.ContainsKey(Former)) context.Features.Set(new FormerCaller(account, session));
        else context.Features.Set(new Caller(account, 1, session, []));
        return next(context);
    }
}
