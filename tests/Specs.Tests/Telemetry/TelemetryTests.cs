using System.Net.Http.Json;
using Actors.TestKit;

namespace Actors.Specs.Tests.Telemetry;

/// <summary>What a collector gets from the real program, and what it must never get.</summary>
public sealed class TelemetryTests
{
    private const string Email = "nina.secret@example.com", Secret = "hunter2";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c", Caller = "b7ad6b7169203331";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requests_grain_calls_outgoing_requests_and_metrics_reach_the_collector_and_no_personal_data_does(bool grpc)
    {
        await using var site = await FakeUpstream.StartAsync();
        await using var collector = await Collector.StartAsync(grpc);
        using var settings = Settings(collector.Address, grpc ? null : "http/protobuf").Set("OUTBOUND_ALLOW", site.AllowEntry);
        settings.Sources($$"""{"sources":[{"name":"site","kind":"page","url":"{{site.Address}}events?key={{Secret}}"}]}""");
        await using var silo = await SiloProcess.StartAsync(settings);
        await SignInAsync(silo);
        using (var search = await silo.Client.GetAsync(new Uri($"/catalog/events?q={Email}&token={Secret}", UriKind.Relative))) search.EnsureSuccessStatusCode();
        using (await silo.Client.GetAsync(new Uri($"/nowhere/{Email}?token={Secret}", UriKind.Relative)))
        {
        }

        await collector.UntilAsync("spans of every kind", c =>
            LoginOf(c) is { } request && GrainCallOf(c, request) is not null
            && c.Spans.Any(s => s.Name == "GET /catalog/events") && c.Spans.Any(s => s.Name == "GET")
            && c.Spans.Any(s => IsGrainCall(s) && IsGrainCall(ParentOf(c, s))) && c.Spans.Any(s => s.Name == "GET source" && IsGrainCall(ParentOf(c, s))));
        await collector.UntilAsync("metrics of ours and of the server", c =>
            c.Metrics.Contains("http.server.request.duration") && c.Metrics.Any(m => m.StartsWith("actors", StringComparison.Ordinal)));

        var login = LoginOf(collector)!;
        (login.Trace, login.Parent).ShouldBe((Trace, Caller), "the caller's trace goes on");
        GrainCallOf(collector, login)!.Trace.ShouldBe(Trace);
        var everything = collector.Everything;
        everything.ShouldContain("POST /auth/login");
        everything.ShouldNotContain("nina");
        everything.ShouldNotContain("example.com");
        everything.ShouldNotContain(Secret);
        everything.ShouldNotContain("nowhere");
    }

    [Fact]
    public async Task A_collector_that_is_away_is_said_once_and_harms_nothing()
    {
        using var settings = Settings(new Uri($"http://127.0.0.1:{FreePort.Next()}"), "http/protobuf");
        await using var silo = await SiloProcess.StartAsync(settings);

        await SignInAsync(silo);
        await Waiting.UntilAsync("the warning", () => Task.FromResult(Warnings(silo) > 0));
        await SignInAsync(silo, register: false);

        (await silo.StopAsync()).ShouldBe(0);
        Warnings(silo).ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_a_collector_is_refused_in_a_sentence()
    {
        using var settings = Settings(null, "carrier-pigeon").Set("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317");
        await using var silo = SiloProcess.Launch(settings);
        await silo.ExitedAsync();

        silo.ExitCode.ShouldBe(1);
        silo.Output.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT: is not an absolute http or https URL.");
        silo.Output.ShouldContain("OTEL_EXPORTER_OTLP_PROTOCOL: \"carrier-pigeon\" is none of grpc, http/protobuf.");
        silo.Output.ShouldNotContain("   at ");
    }

    private static SiloSettings Settings(Uri? collector, string? protocol) => new(
        ("OTEL_EXPORTER_OTLP_ENDPOINT", collector?.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"));

    private static async Task SignInAsync(SiloProcess silo, bool register = true)
    {
        var who = new { email = Email, password = $"{Secret} {Secret}" };
        if (register)
        {
            using var made = await silo.Client.PostAsJsonAsync("/auth/register", who);
            made.EnsureSuccessStatusCode();
        }

        using var login = new HttpRequestMessage(HttpMethod.Post, $"/auth/login?token={Secret}") { Content = JsonContent.Create(who) };
        login.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        login.Headers.Add("tracestate", $"who={Secret}");
        login.Headers.UserAgent.ParseAdd(Secret);
        using var answer = await silo.Client.SendAsync(login);
        answer.EnsureSuccessStatusCode();
    }

    private static Span? LoginOf(Collector c) => c.Spans.Find(s => s.Name == "POST /auth/login");

    private static Span? GrainCallOf(Collector c, Span request) => c.Spans.Find(s => s.Parent == request.Id && IsGrainCall(s));

    private static Span? ParentOf(Collector c, Span span) => c.Spans.Find(s => s.Id == span.Parent);

    // A timer of a grain is a call of IGrainTimerInvoker.
    private static bool IsGrainCall(Span? span) => span?.Name.Split('/') is [var type, _] && type.StartsWith('I') && type.Contains("Grain", StringComparison.Ordinal);

    private static int Warnings(SiloProcess silo) => silo.Output.Split("refuses exports").Length - 1;
}
