using Actors.Core.Configuration;
using Actors.Web.Listeners;

namespace Actors.Hosting.Metrics;

/// <summary>Metrics as text at <c>/metrics</c>. Labels never carry what a user sent.</summary>
public static class MetricsEndpoint
{
    /// <summary>Begins to collect. Call it before the meters are used: what was counted earlier is not seen.</summary>
    public static void AddMetricsText(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<MetricCollector>();
        builder.Services.AddHostedService<MetricsStart>();
    }

    /// <summary>
    /// Maps <c>GET /metrics</c>: on the combined listener (C49), or only on that of <c>METRICS_LISTEN</c> when it is set.
    /// </summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var collector = routes.ServiceProvider.GetRequiredService<MetricCollector>();
        var plan = routes.ServiceProvider.GetService<ListenerPlan>();
        return routes.MapGet("/metrics", context => AnswerAsync(context, collector))
            .ForRoles(plan?.MetricsListen is null ? ListenerPlan.Combined : ListenerPlan.Metrics);
    }

    private static async Task AnswerAsync(HttpContext context, MetricCollector collector)
    {
        var openMetrics = context.Request.Headers.Accept.ToString().Contains("application/openmetrics-text", StringComparison.OrdinalIgnoreCase);
        context.Response.ContentType = openMetrics ? MetricText.OpenMetrics : MetricText.Prometheus;
        await context.Response.WriteAsync(collector.Scrape(openMetrics), context.RequestAborted);
    }
}
