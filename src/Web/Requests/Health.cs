using System.Text.Json;
using Actors.Core.Health;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;

namespace Actors.Web.Requests;

/// <summary><c>GET /health</c>: one body for all services (C1).</summary>
public static class Health
{
    /// <summary>A check that takes longer counts as failed.</summary>
    public static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health</c> on every listener; <c>service</c> names the listener's role.</summary>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", (Delegate)AnswerAsync).WithName("health").WithTags("health").WithSummary("How the service does")
            .Produces<HealthDocument>().WithAnswerExample(StatusCodes.Status200OK, """{"status":"ok","service":"gateway"}""");

    private static async Task AnswerAsync(HttpContext context)
    {
        var state = await WorstAsync(context.RequestServices, context.RequestAborted);
        context.Response.StatusCode = state == HealthState.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", Word(state));
        json.WriteString("service", context.GetRole() is not ListenerPlan.Combined and var role ? role : ListenerPlan.Gateway);
        json.WriteEndObject();
    }

    private static string Word(HealthState state) => state switch
    {
        HealthState.Ok => "ok",
        HealthState.Degraded => "degraded",
        _ => "unhealthy",
    };

    private static async Task<HealthState> WorstAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var states = await Task.WhenAll(services.GetServices<IHealthSource>().Select(source => CheckAsync(source, clock, cancellationToken)));
        return states.DefaultIfEmpty(HealthState.Ok).Max();
    }

    private static async Task<HealthState> CheckAsync(IHealthSource source, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        try
        {
            return await source.CheckAsync(cancellationToken).WaitAsync(CheckTimeout, timeProvider, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            return HealthState.Unhealthy;
        }
    }
}

/// <summary>The answer of <c>/health</c>, for the API page.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Service">The role of the listener.</param>
internal sealed record HealthDocument(string Status, string Service);
