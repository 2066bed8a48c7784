using System.Diagnostics;

namespace Actors.Outbound;

/// <summary>
/// A span for each outgoing request, when somebody listens. It names the host and never the path or the query, which may carry what is nobody's
/// business; nor is the trace's id sent to the host.
/// </summary>
internal static class OutboundTrace
{
    private static readonly ActivitySource s_source = new("Actors.Outbound");

    public static Activity? Start(OutboundCall call)
    {
        if (!s_source.HasListeners()) return null;
        var method = call.Json is null ? "GET" : "POST";
        return s_source.StartActivity($"{method} {call.Policy.Name}", ActivityKind.Client)
            ?.SetTag("http.request.method", method)
            .SetTag("server.address", call.Url.IdnHost)
            .SetTag("server.port", call.Url.Port);
    }

    /// <summary>Says how it ended.</summary>
    public static Hop End(Activity? span, Hop hop)
    {
        var answer = hop.Answer;
        if (span is null) return hop;
        if (answer.Status > 0) span.SetTag("http.response.status_code", answer.Status);
        if (answer.Failure is not (OutboundFailure.None or OutboundFailure.NotModified) && hop.Location is null)
            span.SetTag("error.type", answer.Failure.ToString()).SetStatus(ActivityStatusCode.Error);
        return hop;
    }
}
