using System.Diagnostics.Metrics;
using System.Net;
using Actors.Hosting.Telemetry;
using Actors.TestKit;
using Actors.Web.Listeners;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;

namespace Actors.Hosting.Tests.Telemetry;

/// <summary>What <c>/metrics</c> shows of instruments.</summary>
public sealed class MetricsTests : IAsyncLifetime, IDisposable
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}";
    private readonly Meter _meter = new("Actors.Tests");
    private readonly Meter _orleans = new("Microsoft.Orleans");
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(
        app =>
        {
            app.MapMetrics();
            app.MapGet("/hello/{name}", (string name) => name);
        },
        builder => builder.AddTelemetry(new(builder.Configuration)));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _meter.Dispose();
        _orleans.Dispose();
    }

    [Fact]
    public async Task A_counter_has_a_total_for_each_set_of_labels()
    {
        var counter = _meter.CreateCounter<long>($"{_prefix}.events", "{event}", "Events\nby kind.");
        counter.Add(2, Tag("kind", "concert"));
        counter.Add(3, Tag("kind", "concert"));
        counter.Add(1, Tag("a.b", "say \"hi\"\\\nbye"));

        var family = await FamilyAsync("events_total");
        (family.Type, family.Help).ShouldBe(("counter", "Events\\nby kind."));
        family.Samples.ShouldBe([new("", "kind=\"concert\"", 5), new("", """a_b="say \"hi\"\\\nbye" """.TrimEnd(), 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_no_longer_observed_goes()
    {
        var rooms = new List<string> { "a", "b" };
        _meter.CreateObservableGauge($"{_prefix}.rooms", () => rooms.Select(room => new Measurement<int>(1, Tag("room", room))));
        (await FamilyAsync("rooms")).Samples.Count.ShouldBe(2);
        rooms.Remove("a");
        (await FamilyAsync("rooms")).Samples.ShouldHaveSingleItem().Labels.ShouldBe("room=\"b\"");
    }

    [Fact]
    public async Task A_histogram_of_seconds_has_the_bounds_it_advises_or_ours()
    {
        _meter.CreateHistogram($"{_prefix}.advised", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] }).Record(0.5);
        _meter.CreateHistogram<double>($"{_prefix}.plain", "s").Record(0.0011);

        (await FamilyAsync("advised_seconds")).Samples.ShouldBe(
            [new("_bucket", "le=\"0.1\"", 0), new("_bucket", "le=\"1\"", 1), new("_bucket", "le=\"+Inf\"", 1), new("_sum", "", 0.5), new("_count", "", 1)]);
        (await FamilyAsync("plain_seconds")).Samples.ShouldContain(new PrometheusSample("_bucket", "le=\"0.0025\"", 1));
    }

    [Fact]
    public async Task Labels_cannot_fill_the_memory()
    {
        const int many = 4 * MetricsSetup.MaxSeries;
        var counter = _meter.CreateCounter<long>($"{_prefix}.flood");
        for (var i = 0; i < many; i++) counter.Add(1, Tag("n", i));

        var samples = (await FamilyAsync("flood_total")).Samples;
        samples.Count.ShouldBe(MetricsSetup.MaxSeries + 1);
        samples.Sum(sample => sample.Value).ShouldBe(many);
        samples.ShouldContain(sample => sample.Labels == "otel_metric_overflow=\"true\"");
    }

    [Fact]
    public async Task Latencies_of_Orleans_are_in_seconds()
    {
        var latency = _orleans.CreateHistogram<double>($"{_prefix}-latency", "ms");
        latency.Record(250, Tag("grain", "A"));

        var family = (await ScrapeAsync()).Single(family => family.Name.StartsWith($"{_prefix}_latency", StringComparison.Ordinal));
        (family.Name, family.Help).ShouldBe(($"{_prefix}_latency_seconds", $"{_prefix}-latency"));
        family.Samples.ShouldContain(new PrometheusSample("_sum", "grain=\"A\"", 0.25));
    }

    [Fact]
    public async Task OpenMetrics_is_written_when_asked_for()
    {
        _meter.CreateCounter<long>($"{_prefix}.open").Add(1);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "Accept", "application/openmetrics-text; version=1.0.0" } } };
        using var answer = await _server.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/openmetrics-text");
        text.ShouldEndWith("# EOF\n");
        text.ShouldContain($"# TYPE {_prefix}_open counter\n");
    }

    [Fact]
    public async Task Requests_are_counted_by_route_and_the_runtime_is_measured()
    {
        await _server.Client.GetAsync("/hello/ivan-petrov");

        using var answer = await _server.Client.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        text.ShouldNotContain("ivan");
        var families = PrometheusText.Parse(text);
        families.Single(family => family.Name == "http_server_request_duration_seconds").Samples.ShouldContain(sample => sample.Labels.Contains("/hello/{name}", StringComparison.Ordinal));
        families.ShouldContain(family => family.Name == "dotnet_gc_collections_total");
        using var post = await _server.Client.PostAsync("/metrics", null);
        post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task METRICS_LISTEN_moves_it_to_a_listener_of_its_own()
    {
        var (combined, metrics) = (FreePort.Next(), FreePort.Next());
        await using var server = await ApiServer.StartAsync(app => app.MapMetrics(), builder =>
        {
            builder.Configuration["urls"] = $"http://127.0.0.1:{combined}";
            builder.Configuration["METRICS_LISTEN"] = $"127.0.0.1:{metrics}";
            builder.AddListeners(new(builder.Configuration));
            builder.AddTelemetry(new(builder.Configuration));
        });
        (await server.Client.GetAsync(new Uri($"http://127.0.0.1:{combined}/metrics"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Client.GetAsync(new Uri($"http://127.0.0.1:{metrics}/metrics"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private async Task<IReadOnlyList<PrometheusFamily>> ScrapeAsync() => PrometheusText.Parse(await _server.Client.GetStringAsync("/metrics"));

    private async Task<PrometheusFamily> FamilyAsync(string name) => (await ScrapeAsync()).Single(family => family.Name == $"{_prefix}_{name}");
}
