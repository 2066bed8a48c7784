using Actors.TestKit;

namespace Actors.Specs.Tests.Telemetry;

public sealed class MetricsTextTests
{
    [PromtoolFact]
    public async Task Prometheus_own_check_accepts_the_metrics_of_the_program()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloProcess.StartAsync(settings);
        using (var list = await silo.Client.GetAsync(new Uri("/catalog/events", UriKind.Relative))) list.EnsureSuccessStatusCode();

        var metrics = await silo.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        foreach (var name in (string[])["http_server_request_duration_seconds_bucket", "catalog_list_fills_total", "orleans_app_requests_latency_seconds_bucket", "dotnet_gc_collections_total"])
            metrics.ShouldContain(name);
        metrics.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split("} ")[0]).ShouldBeUnique();
        await Promtool.CheckAsync(metrics);
    }

    // The control: a name without its base unit.
    [PromtoolFact]
    public async Task A_name_against_the_conventions_is_refused() =>
        (await Should.ThrowAsync<InvalidOperationException>(Promtool.CheckAsync("# HELP a_milliseconds Time.\n# TYPE a_milliseconds gauge\na_milliseconds 1\n")))
            .Message.ShouldContain("use base unit");
}
