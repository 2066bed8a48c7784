using Actors.Plumbing.Configuration;
using Actors.Plumbing.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Orleans.Dashboard;

namespace Actors.Cluster.Dashboard;

/// <summary>Orleans' own dashboard at <c>/dashboard</c>, for administrators.</summary>
internal static class DashboardSetup
{
    /// <summary>Where it is.</summary>
    public const string Path = "/dashboard";

    private const string Setting = "DASHBOARD";

    /// <summary>Whether this silo has one. It looks at every grain call, so it is the operator's choice.</summary>
    public static bool Wanted(Settings settings) => settings.Flag(Setting, otherwise: false);

    /// <summary>Adds what it collects.</summary>
    public static ISiloBuilder UseDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<DashboardMark>();
        return silo.AddDashboard(options => options.HideTrace = true);
    }

    /// <summary>Has a browser's cookie stand in for the header, on the dashboard's own paths alone.</summary>
    public static void UseDashboardCookie(this WebApplication app)
    {
        if (app.Services.GetService<DashboardMark>() is not null) app.UseWhen(IsDashboard, branch => branch.Use(DashboardCookie.ReadAsync));
    }

    /// <summary>Maps the dashboard and its sign-in page.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        if (app.Services.GetService<DashboardMark>() is null) return;
        app.MapOrleansDashboard(Path).RequireCaller(AccountRoles.Admin).ExcludeFromDescription();
        DashboardSignIn.Map(app);
    }

    private static bool IsDashboard(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);

    /// <summary>Says that there is a dashboard.</summary>
    private sealed class DashboardMark;
}
