using Actors.Accounts;
using Actors.Administration;
using Actors.Catalog;
using Actors.Cluster;
using Actors.Plumbing.Commands;
using Actors.Plumbing.Http;
using Actors.Plumbing.Idempotency;
using Actors.Plumbing.Identity;
using Actors.Plumbing.Limits;
using Actors.Plumbing.Mail;
using Actors.Plumbing.Metrics;
using Actors.Plumbing.Outbound;
using Actors.Plumbing.Storage;
using Actors.Silo.Commands;
using Actors.Silo.Demo;
using Actors.Silo.Home;
using Actors.Silo.Hosting;
using Actors.Silo.Hosting.Telemetry;
using Actors.Silo.Starting;

return await SiloRun.RunAsync(args);

/// <summary>The program, as a list of what it consists of.</summary>
internal static class SiloApp
{
    /// <summary>Settings are read once. Watching their files would put a watch on every folder below the content root, at every start.</summary>
    private const string ReadSettingsOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Everything wired and nothing started; tests add what they replace.</summary>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? also = null)
    {
        var builder = WebApplication.CreateBuilder([ReadSettingsOnce, .. DemoSetup.Without(args)]);
        builder.AddDemo(args);
        var settings = builder.AddSettings();
        builder.AddLogLevel(settings);
        builder.AddStartReport();
        builder.AddTelemetry(settings);
        builder.AddListeners(settings.Problems);
        builder.Services.AddTrustedProxies(settings);
        builder.AddOrigins(settings);
        builder.AddTimeZoneCheck(settings.Problems);
        builder.Services.AddStorage(builder.Configuration, settings.Problems);
        builder.Services.AddMail(builder.Configuration, settings);
        builder.Services.AddCommandSocket(builder.Configuration);
        builder.Services.AddCommand<StatusCommand>();
        builder.Services.AddOutbound(builder.Configuration, settings.Problems);
        builder.Services.AddMetricsText();
        builder.Services.AddIdempotency();
        builder.Services.AddRateLimits(settings, builder.Environment.IsProduction());
        builder.AddOrleansSilo(settings);
        builder.AddAdministration(settings);
        builder.AddAccounts(settings);
        builder.AddCatalog(settings);
        builder.AddApiDocs(settings);
        also?.Invoke(builder);
        settings.Problems.ThrowIfAny();

        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseTelemetry();
        app.UseRequestIds();
        app.UseApiErrors();
        app.UseCors();
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
