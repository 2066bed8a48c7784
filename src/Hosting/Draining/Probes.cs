using Actors.Web.Requests;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Hosting.Draining;

/// <summary>The probes of Kubernetes: <c>/livez</c> (is the program alive; restart it if not) and <c>/readyz</c> (send requests here).</summary>
internal static class Probes
{
    /// <summary>Adds the check of this silo to those of <c>/readyz</c>.</summary>
    public static void AddProbes(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddHealthChecks().AddCheck<Readiness>("silo", tags: [Health.Ready]);

    /// <summary>Maps both. A restart repairs neither a database nor a service elsewhere, so <c>/livez</c> runs no check.</summary>
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapProbe("/livez", static _ => false);
        routes.MapProbe("/readyz", static check => check.Tags.Contains(Health.Ready));
    }

    /// <summary>Closes each connection of a draining silo after its next answer, so that clients reconnect through the load balancer.</summary>
    public static void UseConnectionDrain(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Readiness>().IsDraining) context.Response.Headers.Connection = "close";
        return next(context);
    });

    private static void MapProbe(this IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> runs) =>
        routes.MapHealthChecks(path, new HealthCheckOptions { Predicate = runs }).WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).AllowAnonymous();
}
