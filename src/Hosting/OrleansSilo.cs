using Actors.Core.Configuration;
using Actors.Hosting.Caching;
using Actors.Hosting.Dashboard;
using Actors.Hosting.Draining;
using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.Hosting.Storage;
using Actors.Hosting.Tls;

namespace Actors.Hosting;

/// <summary>Registers Microsoft Orleans as the grain runtime.</summary>
public static class OrleansSilo
{
    /// <summary>How long the silo may take to stop after draining.</summary>
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds a silo: a member of a cluster when <c>REDIS_URL</c> is set, else a silo alone. The database stores its state and reminders in either
    /// case.
    /// </summary>
    public static WebApplicationBuilder AddOrleansSilo(this WebApplicationBuilder builder, Settings settings)
    {
        var cluster = ClusterSettings.Of(settings);
        var dashboard = DashboardSetup.IsEnabled(settings);
        builder.UseOrleans(silo =>
        {
            if (cluster is null) silo.UseSingleSilo();
            else silo.UseCluster(cluster);
            silo.UseDatabaseState();
            if (dashboard) silo.UseDashboard();
        });
        builder.Services.AddSingleton(ClusterSettings.Line(cluster));
        builder.Services.AddSingleton(DashboardSetup.Line(dashboard, builder.Environment.IsDevelopment()));
        builder.Services.AddProbes();
        if (cluster is null) return builder;
        builder.Services.AddCallRetries();
        builder.Services.AddDrain(cluster);
        builder.Services.AddRedisCache();
        return builder;
    }

    /// <summary>Adds the middleware that runs before the routes: connection drain and the dashboard's cookie.</summary>
    public static WebApplication UseOrleansSilo(this WebApplication app)
    {
        app.UseConnectionDrain();
        app.UseDashboardCookie();
        return app;
    }

    /// <summary>Maps the probes and the dashboard.</summary>
    public static WebApplication MapOrleansSilo(this WebApplication app)
    {
        app.MapProbes();
        app.MapDashboard();
        return app;
    }

    /// <summary>The path of the dashboard; null when this silo has none.</summary>
    public static string? FindDashboard(this IServiceProvider services) => DashboardSetup.HasDashboard(services) ? $"{DashboardSetup.Path}/" : null;

    private static void UseCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.UseMembership(settings).UseEndpoints(settings).UseSpreadPlacement().UseOutboundMessageWait().UseSiloTls(settings.Tls);
        silo.Services.AddRuntimeClocks();
        silo.Services.AddSiloList();
    }

    private static void AddDrain(this IServiceCollection services, ClusterSettings settings)
    {
        services.AddSingleton(settings);
        services.AddHostedService<Drain>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain + s_stopTimeout);
    }
}
