using Actors.Web.Requests;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Hosting.Draining;

/// <summary>What Kubernetes asks: <c>/livez</c>, is the program alive (else start it anew); <c>/readyz</c>, should requests come here.</summary>
internal static class Probes
{
    /// <summary>Adds the check of this silo to those of <c>/readyz</c>.</summary>
    public static void AddProbes(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddHealthChecks().AddCheck<Readiness>("silo", tags: [Health.Ready]);

    /// <summary>Maps both. A new start mends no database and no service of others, so <c>/livez</c> runs no check.</summary>
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapProbe("/livez", static _ => false);
        routes.MapProbe("/readyz", static check => check.Tags.Contains(Health.Ready));
    }

    /// <summary>Ends the connections of a leaving silo with their next answer, so that clients come back by way of the load balancer.</summary>
    public static void UseLeavingConnections(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Readiness>().IsLeaving) context.Response.Headers.Connection = "close";
        return next(context);
    });

    private static void MapProbe(this IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> runs) =>
        routes.MapHealthChecks(path, new HealthCheckOptions { Predicate = runs }).WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).AllowAnonymous();
}
