using Actors.Accounts;
using Actors.Administration;
using Actors.Catalog;
using Actors.Grains.Messages;
using Actors.Hosting;
using Actors.Hosting.Commands;
using Actors.Hosting.Mail;
using Actors.Hosting.OpenApi;
using Actors.Hosting.Startup;
using Actors.Hosting.Telemetry;
using Actors.Outbound;
using Actors.Payments;
using Actors.Persistence;
using Actors.Silo;
using Actors.Silo.Demo;
using Actors.Silo.Home;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Actors.Web.Requests;

return await SiloRun.RunAsync(args);

/// <summary>The composition of the program.</summary>
internal static class SiloApp
{
    /// <summary>Settings are read once. Watching the files would watch every folder below the content root.</summary>
    private const string ReadSettingsOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Builds the program without starting it. Tests use the callback to replace services.</summary>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder([ReadSettingsOnce, .. DemoSetup.WithoutSwitch(args)]);
        builder.AddDemo(args);
        var settings = builder.AddSettings();
        builder.AddLogLevel(settings);
        builder.AddStartReport(settings);
        builder.AddTelemetry(settings);
        builder.AddListeners(settings);
        builder.AddPublicUrl(settings);
        builder.AddTrustedProxies(settings);
        builder.AddOrigins(settings);
        builder.AddTimeZoneCheck(settings);
        builder.AddStorage(settings);
        builder.AddHealth();
        builder.AddMail(settings);
        builder.AddCommandSocket(settings);
        builder.AddOutbound(settings);
        builder.AddIdempotency(settings);
        builder.AddRateLimits(settings);
        builder.AddOrleansSilo(settings);
        builder.AddMessages(settings);
        builder.AddPayments(settings);
        builder.AddAdministration(settings);
        builder.AddAccounts(settings);
        builder.AddCatalog(settings);
        builder.AddApiDocs(settings);
        configure?.Invoke(builder);
        settings.Problems.ThrowIfAny();

        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseRequestIds();
        app.UseApiErrors();
        app.UseHeadRequests();
        app.UseOrigins();
        app.UseOrleansSilo();
        app.UseIdentity();
        app.UseRateLimits();
        app.MapHome().AllowAnonymous();
        app.MapHealth().AllowAnonymous();
        app.MapMetrics().AllowAnonymous();
        app.MapOrleansSilo();
        app.MapAdministration();
        app.MapAccounts();
        app.MapCatalog();
        app.MapApiDocs();
        return app;
    }
}
