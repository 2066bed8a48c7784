using Actors.Plumbing.Configuration;
using Actors.Plumbing.Http;
using Actors.Plumbing.Identity;
using Actors.Plumbing.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace Actors.Cluster.Dashboard;

/// <summary>
/// Orleans' own dashboard at <c>/dashboard</c> of the combined listener, for administrators. In Development a browser on this machine needs no
/// sign-in.
/// </summary>
internal static class DashboardSetup
{
    /// <summary>Where it is.</summary>
    public const string Path = "/dashboard";

    private const string Setting = "DASHBOARD";

    /// <summary>Whether this silo has one.</summary>
    public static bool Wanted(Settings settings) => settings.Flag(Setting, otherwise: true);

    /// <summary>Adds what it collects. It looks at grain calls only while somebody looks at it, and for a minute after.</summary>
    public static ISiloBuilder UseDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<DashboardMark>();
        return silo.AddDashboard(options => options.HideTrace = true);
    }

    /// <summary>Says at start whether there is one and for whom.</summary>
    public static StartLine Line(bool wanted, bool development) => (wanted, development) switch
    {
        (false, _) => new("dashboard", "off"),
        (true, true) => new("dashboard", "(administrators; any browser on this machine)", $"{Path}/"),
        (true, false) => new("dashboard", "(administrators)", $"{Path}/"),
    };

    /// <summary>Whether there is one.</summary>
    public static bool HasDashboard(IServiceProvider services) => services.GetService<DashboardMark>() is not null;

    /// <summary>Adds security headers, and has a browser's cookie stand in for the header, on the dashboard's own paths alone.</summary>
    public static void UseDashboardCookie(this WebApplication app)
    {
        if (!HasDashboard(app.Services)) return;
        var cookie = new DashboardCookie(OpenTo(app));
        app.UseWhen(IsDashboard, branch => branch.Use(DashboardHeaders.AddAsync).Use(cookie.ReadAsync));
    }

    /// <summary>Maps the dashboard and its sign-in page.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        if (!HasDashboard(app.Services)) return;
        app.MapOrleansDashboard(Path).RequireCaller(AccountRoles.Admin).ExceptFor(OpenTo(app)).ForRoles(ListenerPlan.Combined).ExcludeFromDescription();
        DashboardSignIn.Map(app);
    }

    private static Func<HttpContext, bool> OpenTo(WebApplication app) => app.Environment.IsDevelopment() ? LocalBrowser.IsAsking : _ => false;

    private static bool IsDashboard(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && context.GetRole() == ListenerPlan.Combined;

    /// <summary>Says that there is a dashboard.</summary>
    private sealed class DashboardMark;
}
