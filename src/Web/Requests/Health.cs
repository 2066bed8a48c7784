using System.Text.Json;
using Actors.Core.Health;
using Actors.Core.Holding;
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
        routes.MapGet("/health", (Delegate)AnswerAsync).WithName("health").WithTags("health").WithSummary("Service health")
            .Produces<HealthDocument>().WithAnswerExample(StatusCodes.Status200OK, """{"status":"ok","service":"gateway"}""");

    private static async Task AnswerAsync(HttpContext context)
    {
        var state = await WorstAsync(context.RequestServices, context.RequestAborted);
        var held = await IsHeldAsync(context.RequestServices, context.RequestAborted);
        context.Response.StatusCode = state == HealthState.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", Word(state));
        json.WriteString("service", context.GetRole() is not ListenerPlan.Combined and var role ? role : ListenerPlan.Gateway);
        // A held store is not a failure: it answers requests, and a failing probe would stop the restored program before its operator releases it.
        if (held) json.WriteBoolean("held", true);
        json.WriteEndObject();
    }

    private static string Word(HealthState state) => state switch
    {
        HealthState.Ok => "ok",
        HealthState.Degraded => "degraded",
        _ => "unhealthy",
    };

    private static async Task<bool> IsHeldAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IHeldStore>() is not { } store) return false;
        try
        {
            var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
            return await store.IsHeldAsync(cancellationToken).AsTask().WaitAsync(CheckTimeout, clock, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            // The health state already reports the unavailable database.
            return false;
        }
    }

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

/// <summary>The response of <c>/health</c>, for the OpenAPI document.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Service">The role of the listener.</param>
/// <param name="Held">True while the store is held and nothing is sent or fetched; absent otherwise.</param>
internal sealed record HealthDocument(string Status, string Service, bool? Held = null);
