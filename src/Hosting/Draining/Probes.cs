namespace Actors.Hosting.Draining;

/// <summary>The probes of Kubernetes: <c>/livez</c> (is the program alive; restart it if not) and <c>/readyz</c> (send requests here).</summary>
internal static class Probes
{
    /// <summary>Maps both. Neither asks the database: without it all silos can answer the same, so no silo is better than another.</summary>
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", static () => Results.Text("alive")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", static (Readiness readiness) => readiness.IsReady
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Closes each connection of a draining silo after its next answer, so that clients reconnect through the load balancer.</summary>
    public static void UseConnectionDrain(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Readiness>().IsDraining) context.Response.Headers.Connection = "close";
        return next(context);
    });
}
