using Actors.Core.Accounts;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Orleans.Dashboard;

namespace Actors.Hosting.Dashboard;

/// <summary>
/// Orleans' own dashboard at <c>/dashboard</c> of the combined listener, for administrators. In Development a browser on this machine needs no
/// sign-in.
/// </summary>
internal static class DashboardSetup
{
    public const string Path = "/dashboard";

    private const string Setting = "DASHBOARD";

    /// <summary>True unless <c>DASHBOARD</c> turns it off.</summary>
    public static bool IsEnabled(Settings settings) => settings.Flag(Setting, otherwise: true);

    /// <summary>Adds the dashboard. It profiles grain calls only while it is open, and for a minute after.</summary>
    public static ISiloBuilder UseDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<DashboardMarker>();
        var before = silo.Services.Count;
        silo.AddDashboard(options => options.HideTrace = true);
        DeferStart(silo.Services, before);
        return silo;
    }

    // The dashboard registers one service twice: as a hosted service and as a participant of the silo's lifecycle. Both are deferred.
    private static void DeferStart(IServiceCollection services, int first)
    {
        for (var index = services.Count - 1; index >= first; index--)
        {
            if (services[index].ImplementationFactory is not { } make) continue;
            if (services[index].ServiceType == typeof(IHostedService))
            {
                services.RemoveAt(index);
                services.AddSingleton(provider => new DashboardStart((IHostedService)make(provider)));
            }
            else if (services[index].ServiceType == typeof(ILifecycleParticipant<ISiloLifecycle>))
            {
                services[index] = ServiceDescriptor.Singleton(provider =>
                {
                    var part = (ILifecycleParticipant<ISiloLifecycle>)make(provider);
                    return part is IHostedService ? provider.GetRequiredService<DashboardStart>().Defer(part) : part;
                });
            }
        }
    }

    /// <summary>The start line that says whether there is a dashboard and who may open it.</summary>
    public static StartLine Line(bool enabled, bool development) => (enabled, development) switch
    {
        (false, _) => new("dashboard", "off"),
        (true, true) => new("dashboard", "(administrators; any browser on this machine)", $"{Path}/"),
        (true, false) => new("dashboard", "(administrators)", $"{Path}/"),
    };

    public static bool HasDashboard(IServiceProvider services) => services.GetService<DashboardMarker>() is not null;

    /// <summary>Adds security headers and the cookie to the dashboard's paths.</summary>
    public static void UseDashboardCookie(this WebApplication app)
    {
        if (!HasDashboard(app.Services)) return;
        var cookie = new DashboardCookie(OpenTo(app));
        app.UseWhen(IsDashboard, branch => branch.Use(DashboardHeaders.AddAsync).Use(cookie.InvokeAsync));
    }

    /// <summary>Maps the dashboard and its sign-in page.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        if (!HasDashboard(app.Services)) return;
        var pages = new Lazy<Task<RequestDelegate>>(() => PagesAsync(app.Services));
        app.Map($"{Path}/{{**page}}", async context =>
        {
            context.SetEndpoint(null);
            await (await pages.Value)(context);
        }).RequireCaller(AccountRoles.Admin).ExceptFor(OpenTo(app)).ForRoles(ListenerPlan.Combined).ExcludeFromDescription();
        DashboardSignIn.Map(app);
    }

    // Mapping the pages compresses them, which would take a quarter of every start and 60 MB, so it waits for the first request.
    private static async Task<RequestDelegate> PagesAsync(IServiceProvider services)
    {
        await services.GetRequiredService<DashboardStart>().StartedAsync();
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(static routes => routes.MapOrleansDashboard(Path).ExcludeFromDescription());
        return app.Build();
    }

    private static Func<HttpContext, bool> OpenTo(WebApplication app) => app.Environment.IsDevelopment() ? LocalBrowser.IsSource : _ => false;

    private static bool IsDashboard(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && context.GetRole() == ListenerPlan.Combined;

    /// <summary>Registered when the silo has a dashboard.</summary>
    private sealed class DashboardMarker;
}
