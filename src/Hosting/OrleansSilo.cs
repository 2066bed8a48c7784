using Actors.Core.Configuration;
using Actors.Hosting.Caching;
using Actors.Hosting.Dashboard;
using Actors.Hosting.Draining;
using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.Hosting.Storage;
using Actors.Hosting.Tls;

namespace Actors.Hosting;

/// <summary>Microsoft's Orleans as the program's grain runtime.</summary>
public static class OrleansSilo
{
    /// <summary>The silo is given this long to leave, after draining.</summary>
    private static readonly TimeSpan s_leaving = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds a silo: a member of a cluster when <c>REDIS_URL</c> is set, else one that is alone. The database keeps its state and
    /// reminders in either case.
    /// </summary>
    public static WebApplicationBuilder AddOrleansSilo(this WebApplicationBuilder builder, Settings settings)
    {
        var cluster = ClusterSettings.Of(settings);
        var dashboard = DashboardSetup.Wanted(settings);
        builder.UseOrleans(silo =>
        {
            if (cluster is null) silo.UseSingleSilo();
            else silo.UseCluster(cluster);
            silo.UseStateOfDatabase();
            if (dashboard) silo.UseDashboard();
        });
        builder.Services.AddSingleton(ClusterSettings.Line(cluster));
        builder.Services.AddSingleton(DashboardSetup.Line(dashboard, builder.Environment.IsDevelopment()));
        builder.Services.AddProbes();
        if (cluster is null) return builder;
        builder.Services.AddSecondAttempts();
        builder.Services.AddLeaving(cluster);
        builder.Services.AddRedisCache();
        return builder;
    }

    /// <summary>What stands before the routes: a leaving silo ends its connections, and the dashboard's cookie is read.</summary>
    public static WebApplication UseOrleansSilo(this WebApplication app)
    {
        app.UseLeavingConnections();
        app.UseDashboardCookie();
        return app;
    }

    /// <summary>The silo's own routes: probes and the dashboard.</summary>
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
        silo.UseMembership(settings).UseEndpoints(settings).UseSpreadPlacement().UseLastCalls().UseSiloTls(settings.Tls);
        silo.Services.AddHousekeepingClocks();
        silo.Services.AddSiloList();
    }

    private static void AddLeaving(this IServiceCollection services, ClusterSettings settings)
    {
        services.AddSingleton(settings);
        services.AddHostedService<Drain>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain + s_leaving);
    }
}
