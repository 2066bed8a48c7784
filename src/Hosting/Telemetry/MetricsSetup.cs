using System.Diagnostics.Metrics;
using Actors.Web.Listeners;
using OpenTelemetry.Metrics;

namespace Actors.Hosting.Telemetry;

/// <summary>Which metrics are collected and how, and <c>/metrics</c>. Labels never contain what a user sent.</summary>
internal static class MetricsSetup
{
    /// <summary>Sets of labels that a metric may have; the rest share one, so that labels cannot fill the memory.</summary>
    public const int MaxSeries = 500;

    private static readonly string[] s_meters =
        ["Actors.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "System.Runtime"];

    private static readonly double[] s_seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>
    /// Maps <c>GET /metrics</c>: on the combined listener (C49), or only on that of <c>METRICS_LISTEN</c> when it is set.
    /// </summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        var plan = routes.ServiceProvider.GetService<ListenerPlan>();
        return routes.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
            .ForRoles(plan?.MetricsListen is null ? ListenerPlan.Combined : ListenerPlan.Metrics);
    }

    public static void Collect(MeterProviderBuilder metrics) => metrics.AddMeter(s_meters).AddView(ViewOf).AddInstrumentation(() => new LatencySeconds())
        .AddPrometheusExporter(text =>
        {
            text.ScopeInfoEnabled = false;
            text.TargetInfoEnabled = false;
            // Each answer has the numbers of its moment.
            text.ScrapeResponseCacheDurationMilliseconds = 0;
        });

    // Prometheus accepts base units only (Orleans has others), a text for each metric, and the suffix _count in histograms only.
    private static MetricStreamConfiguration ViewOf(Instrument instrument)
    {
        if (instrument.Unit is LatencySeconds.Milliseconds or "MB") return MetricStreamConfiguration.Drop;
        var view = instrument is Histogram<double> { Unit: "s" or "seconds", Advice: null }
            ? new ExplicitBucketHistogramConfiguration { Boundaries = s_seconds }
            : new MetricStreamConfiguration();
        view.CardinalityLimit = MaxSeries;
        view.Description = instrument.Description is { Length: > 0 } text ? text : instrument.Name;
        if (instrument is ObservableUpDownCounter<int> or ObservableUpDownCounter<long>) view.Name = instrument.Name.Replace(".count", ".number", StringComparison.Ordinal);
        return view;
    }
}
