namespace Actors.Hosting.Draining;

/// <summary>What Kubernetes asks: <c>/livez</c>, is the program alive (else start it anew); <c>/readyz</c>, should requests come here.</summary>
internal static class Probes
{
    /// <summary>Maps both. Neither asks the database: while that is away every silo answers what it has, and none is better than another.</summary>
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", static () => Results.Text("alive")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", static (Readiness readiness) => readiness.IsReady
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Ends the connections of a leaving silo with their next answer, so that clients come back by way of the load balancer.</summary>
    public static void UseLeavingConnections(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Readiness>().IsLeaving) context.Response.Headers.Connection = "close";
        return next(context);
    });
}
