using System.Diagnostics;
using Actors.Silo.Hosting.Telemetry;

namespace Actors.Specs.Tests.Telemetry;

public sealed class SpanFilterTests
{
    [Fact]
    public void Only_what_is_ours_stays_in_a_span()
    {
        using var source = new ActivitySource("Actors.SpanFilterTests");
        using var library = new ActivityListener { ShouldListenTo = s => s == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(library);
        using var span = source.StartActivity("x")!.SetTag("http.route", "/a/{id}").SetTag("url.path", "/a/nina").SetTag("url.query", "token=1");
        span.TraceStateString = "who=nina";
        span.SetStatus(ActivityStatusCode.Error, "nina is not known");

        using (new SpanFilter()) span.Stop();

        span.TagObjects.ShouldHaveSingleItem().ShouldBe(new("http.route", "/a/{id}"));
        span.TraceStateString.ShouldBeNull();
        (span.Status, span.StatusDescription).ShouldBe((ActivityStatusCode.Error, null));
    }
}
