using System.Diagnostics;
using Actors.Hosting.Telemetry;

namespace Actors.Specs.Tests.Telemetry;

/// <summary>What a library sees of a span that began to listen after the filter did, as the exporter does.</summary>
public sealed class SpanFilterTests
{
    [Theory]
    [InlineData("Actors.SpanFilterTests", "http.route")]
    [InlineData("Actors.Outbound", "http.route server.address server.port")]
    public void Only_what_is_ours_stays_in_a_span(string source, string kept)
    {
        using var filter = new SpanFilter();
        var seen = Seen(source);

        seen.Tags.ShouldBe(kept.Split(' '), ignoreOrder: true);
        seen.State.ShouldBeNull();
        (seen.Status, seen.Description).ShouldBe((ActivityStatusCode.Error, null));
        seen.Recorded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_span_with_an_event_or_a_link_which_cannot_be_taken_out_is_not_exported(bool happens, bool links)
    {
        using var filter = new SpanFilter();

        Seen("Actors.SpanFilterTests", happens, links).Recorded.ShouldBeFalse();
    }

    // The control.
    [Fact]
    public void Without_the_filter_everything_is_seen()
    {
        var seen = Seen("Actors.SpanFilterTests", happens: true);

        seen.Tags.ShouldContain("url.query");
        seen.Tags.ShouldContain("server.address");
        (seen.State, seen.Description, seen.Recorded).ShouldBe(("who=nina", "nina is not known", true));
    }

    private static Exported Seen(string name, bool happens = false, bool links = false)
    {
        Exported? seen = null;
        using var source = new ActivitySource(name);
        using var library = new ActivityListener
        {
            ShouldListenTo = s => s == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => seen = new(
                [.. span.TagObjects.Select(tag => tag.Key)], span.TraceStateString, span.Status, span.StatusDescription, span.Recorded),
        };
        ActivitySource.AddActivityListener(library);
        using var span = source.StartActivity("x")!;
        span.SetTag("http.route", "/a/{id}").SetTag("url.path", "/a/nina").SetTag("url.query", "token=1").SetTag("server.address", "nina").SetTag("server.port", 1);
        span.TraceStateString = "who=nina";
        span.SetStatus(ActivityStatusCode.Error, "nina is not known");
        if (happens) span.AddEvent(new ActivityEvent("nina"));
        if (links) span.AddLink(new ActivityLink(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, "who=nina")));
        span.Stop();
        return seen!;
    }

    private sealed record Exported(string[] Tags, string? State, ActivityStatusCode Status, string? Description, bool Recorded);
}
