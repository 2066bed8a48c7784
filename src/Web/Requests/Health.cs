using System.Text.Json.Serialization;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Web.Requests;

/// <summary><c>GET /health</c>: one body for all services (C1), from the health checks of the program.</summary>
public static class Health
{
    /// <summary>The tag of checks that <c>/health</c> runs. A service that the program can miss is <see cref="HealthStatus.Degraded"/>, which is 200.</summary>
    public const string Service = "service";

    /// <summary>The tag of checks that <c>/readyz</c> runs: what this silo needs to answer at all. Services of others are not among it.</summary>
    public const string Ready = "ready";

    /// <summary>A check that takes longer has failed.</summary>
    public static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Adds the check of the store. Who asks sees the result; a line of the log for each probe would say the same.</summary>
    public static void AddHealth(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.AddFilter(typeof(HealthCheckService).Namespace, LogLevel.None);
        builder.Services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Service, Ready], timeout: CheckTimeout);
    }

    /// <summary>Maps <c>/health</c> on every listener; <c>service</c> names the listener's role.</summary>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", AnswerAsync).WithName("health").WithTags("health").WithSummary("Service health")
            .Produces<HealthDocument>().WithAnswerExample(StatusCodes.Status200OK, """{"status":"ok","service":"gateway"}""");

    private static async Task<IResult> AnswerAsync(HttpContext context, HealthCheckService checks)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains(Service), context.RequestAborted);
        var word = report.Status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "degraded", _ => "unhealthy" };
        var role = context.GetRole() is not ListenerPlan.Combined and var other ? other : ListenerPlan.Gateway;
        // Everything that is asked is answered, so a held store is no failure: a probe must not take a restored program away from its operator.
        bool? held = report.Entries.Values.Any(entry => entry.Data.ContainsKey(StoreCheck.Held)) ? true : null;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new HealthDocument(word, role, held), contentType: "application/json",
            statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Service">The role of the listener.</param>
/// <param name="Held">True while the store is held and nothing is sent or fetched; absent otherwise.</param>
internal sealed record HealthDocument(string Status, string Service, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Held = null);
