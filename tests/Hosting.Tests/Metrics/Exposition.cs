using System.Diagnostics.Metrics;
using Actors.Hosting.Metrics;
using Actors.TestKit;
using Actors.Web.Listeners;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;

namespace Actors.Hosting.Tests.Metrics;

public sealed class Exposition : IDisposable
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}";
    private readonly Meter _meter = new("Actors.Tests");
    private readonly MetricCollector _collector = new();

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Counters_add_up_by_labels()
    {
        var counter = _meter.CreateCounter<long>($"{_prefix}.events", "{event}", "Events\nby kind.");
        counter.Add(2, Tag("kind", "concert"));
        counter.Add(3, Tag("kind", "concert"));
        counter.Add(1, Tag("kind", "sport"));

        var family = Scrape().Single(family => family.Name == $"{_prefix}_events_total");
        family.Type.ShouldBe("counter");
        family.Help.ShouldBe("Events\\nby kind.");
        family.Samples.ShouldBe([new("", "kind=\"concert\"", 5), new("", "kind=\"sport\"", 1)]);
    }

    [Fact]
    public void Label_values_are_escaped()
    {
        _meter.CreateCounter<int>($"{_prefix}.odd").Add(1, Tag("a.b", "say \"hi\"\\\nbye"));
        Scrape().Single(family => family.Name == $"{_prefix}_odd_total").Samples.Single().Labels.ShouldBe("""a_b="say \"hi\"\\\nbye" """.TrimEnd());
    }

    [Fact]
    public void Gauges_go_up_and_down_and_observed_ones_are_asked()
    {
        var alive = 7;
        var moving = _meter.CreateUpDownCounter<int>($"{_prefix}.moving");
        _meter.CreateObservableGauge($"{_prefix}.alive", () => alive);
        var set = _meter.CreateGauge<double>($"{_prefix}.set");
        moving.Add(5);
        moving.Add(-2);
        set.Record(1.5);
        set.Record(-0.5);
        Value("moving").ShouldBe(3);
        Value("alive").ShouldBe(7);
        Value("set").ShouldBe(-0.5);
        alive = 8;
        Value("alive").ShouldBe(8);
    }

    [Fact]
    public void What_is_no_longer_observed_goes()
    {
        var rooms = new List<string> { "a", "b" };
        _meter.CreateObservableGauge($"{_prefix}.rooms", () => rooms.Select(room => new Measurement<int>(1, Tag("room", room))));
        Family("rooms").Samples.Count.ShouldBe(2);
        rooms.Remove("a");
        Family("rooms").Samples.ShouldHaveSingleItem().Labels.ShouldBe("room=\"b\"");
    }

    [Fact]
    public void Histograms_have_cumulative_buckets_sum_and_count()
    {
        var histogram = _meter.CreateHistogram($"{_prefix}.duration", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in new[] { 0.05, 0.1, 0.5, 7 })
        {
            histogram.Record(value, Tag("route", "/x"));
        }

        var family = Scrape().Single(family => family.Name == $"{_prefix}_duration_seconds");
        family.Type.ShouldBe("histogram");
        family.Samples.ShouldBe([
            new("_bucket", "route=\"/x\",le=\"0.1\"", 2),
            new("_bucket", "route=\"/x\",le=\"1\"", 3),
            new("_bucket", "route=\"/x\",le=\"+Inf\"", 4),
            new("_sum", "route=\"/x\"", 7.65),
            new("_count", "route=\"/x\"", 4),
        ]);
    }

    [Fact]
    public void Labels_cannot_fill_the_memory()
    {
        var counter = _meter.CreateCounter<long>($"{_prefix}.flood");
        for (var i = 0; i < MetricFamily.MaxSeries * 4; i++)
        {
            counter.Add(1, Tag("n", i));
        }

        var samples = Scrape().Single(family => family.Name == $"{_prefix}_flood_total").Samples;
        samples.Count.ShouldBe(MetricFamily.MaxSeries + 1);
        samples.Sum(sample => sample.Value).ShouldBe(MetricFamily.MaxSeries * 4);
        samples.ShouldContain(sample => sample.Labels == "overflow=\"true\"");
    }

    [Fact]
    public async Task Concurrent_updates_lose_nothing()
    {
        var counter = _meter.CreateCounter<double>($"{_prefix}.busy");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                counter.Add(1, Tag("n", i % 10));
            }
        })));
        Scrape().Single(family => family.Name == $"{_prefix}_busy_total").Samples.Sum(sample => sample.Value).ShouldBe(160_000);
    }

    [Fact]
    public void OpenMetrics_ends_and_names_families_without_total()
    {
        _meter.CreateCounter<long>($"{_prefix}.open").Add(1);
        var text = _collector.Scrape(openMetrics: true);
        text.ShouldEndWith("# EOF\n");
        text.ShouldContain($"# TYPE {_prefix}_open counter\n{_prefix}_open_total 1\n");
    }

    [Fact]
    public async Task The_endpoint_tells_of_requests_and_the_runtime()
    {
        await using var server = await ApiServer.StartAsync(
            app =>
            {
                app.MapMetrics();
                app.MapGet("/hello/{name}", (string name) => name);
            },
            builder => builder.AddMetricsText(new(builder.Configuration)));
        await server.Client.GetAsync("/hello/ivan-petrov");

        var answer = await server.Client.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        text.ShouldNotContain("ivan");
        var families = PrometheusText.Parse(text);
        families.Single(family => family.Name == "http_server_request_duration_seconds").Samples.ShouldContain(sample => sample.Labels.Contains("/hello/{name}", StringComparison.Ordinal));
        families.ShouldContain(family => family.Name == "dotnet_gc_collections_total");
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
            builder.AddMetricsText(new(builder.Configuration));
        });
        (await server.Client.GetAsync(new Uri($"http://127.0.0.1:{combined}/metrics"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await server.Client.GetAsync(new Uri($"http://127.0.0.1:{metrics}/metrics"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private IReadOnlyList<PrometheusFamily> Scrape() => PrometheusText.Parse(_collector.Scrape(openMetrics: false));

    private PrometheusFamily Family(string name) => Scrape().Single(family => family.Name == $"{_prefix}_{name}");

    private double Value(string name) => Family(name).Samples.Single().Value;
}
