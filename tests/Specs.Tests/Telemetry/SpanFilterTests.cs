using System.Diagnostics;
using Actors.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Actors.Specs.Tests.Telemetry;

/// <summary>What an exporter sees of a span that passed the filter.</summary>
public sealed class SpanFilterTests
{
    [Theory]
    [InlineData("Actors.SpanFilterTests", "http.route")]
    [InlineData("Actors.Outbound", "http.route server.address server.port")]
    public void Only_listed_tags_stay_in_a_span(string source, string kept)
    {
        var seen = Seen(source, filter: true);

        seen.Tags.ShouldBe(kept.Split(' '), ignoreOrder: true);
        seen.State.ShouldBeEmpty();
        (seen.Status, seen.Description).ShouldBe((ActivityStatusCode.Error, null));
        seen.Recorded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_span_with_an_event_or_a_link_which_cannot_be_removed_is_not_exported(bool happens, bool links) =>
        Seen("Actors.SpanFilterTests", filter: true, happens, links).Recorded.ShouldBeFalse();

    // The control.
    [Fact]
    public void Without_the_filter_everything_is_seen()
    {
        var seen = Seen("Actors.SpanFilterTests", filter: false, happens: true);

        seen.Tags.ShouldContain("url.query");
        seen.Tags.ShouldContain("orleans.rpc.target_id");
        seen.Tags.ShouldContain("server.address");
        (seen.State, seen.Description, seen.Recorded).ShouldBe(("who=nina", "nina is not known", true));
    }

    private static Exported Seen(string name, bool filter, bool happens = false, bool links = false)
    {
        using var source = new ActivitySource(name);
        using var exporter = new Exporter();
        var builder = Sdk.CreateTracerProviderBuilder().AddSource(name);
        if (filter) builder.AddProcessor(new SpanFilter());
        using var traces = builder.AddProcessor(exporter).Build();
        // The state of the trace is a parent's that ends later.
        using var parent = source.StartActivity("parent")!;
        parent.TraceStateString = "who=nina";
        using var span = source.StartActivity("x")!;
        span.SetTag("http.route", "/a/{id}").SetTag("url.path", "/a/nina").SetTag("url.query", "token=1").SetTag("server.address", "nina").SetTag("server.port", 1)
            .SetTag("orleans.rpc.target_id", "account/nina").SetTag("orleans.rpc.source_id", "session/nina");
        span.SetStatus(ActivityStatusCode.Error, "nina is not known");
        if (happens) span.AddEvent(new ActivityEvent("nina"));
        if (links) span.AddLink(new ActivityLink(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, "who=nina")));
        span.Stop();
        return exporter.Seen!;
    }

    private sealed record Exported(string[] Tags, string? State, ActivityStatusCode Status, string? Description, bool Recorded);

    // Stands where the exporter of the program stands.
    private sealed class Exporter : BaseProcessor<Activity>
    {
        public Exported? Seen { get; private set; }

        public override void OnEnd(Activity data) =>
            Seen ??= new([.. data.TagObjects.Select(tag => tag.Key)], data.TraceStateString, data.Status, data.StatusDescription, data.Recorded);
    }
}
