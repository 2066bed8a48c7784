using System.Diagnostics;

namespace Actors.Outbound;

/// <summary>
/// Creates a span for each outgoing request. It contains the host but neither path nor query, which may contain secrets or personal data. The trace
/// id is not sent to the host.
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

    /// <summary>Records the outcome.</summary>
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
