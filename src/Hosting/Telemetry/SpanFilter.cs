using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// Leaves in a span only listed tags before it is exported. The others contain what callers sent: paths and queries, and keys of grains, which are
/// e-mail addresses and networks.
/// </summary>
internal sealed class SpanFilter : BaseProcessor<Activity>
{
    private const string Own = "Actors.", Outgoing = $"{Own}Outbound";

    private static readonly FrozenSet<string> s_kept = FrozenSet.Create(StringComparer.Ordinal,
        "http.request.method", "http.route", "http.response.status_code", "rpc.system", "rpc.service", "rpc.method", "error.type", "exception.type");

    // In the span of an incoming request these are the client's own words, too.
    private static readonly FrozenSet<string> s_keptOfOutgoing = FrozenSet.Create(StringComparer.Ordinal, [.. s_kept, "server.address", "server.port"]);

    /// <summary>Sources of spans beside the web server. Timers and reminders of grains are calls of the runtime.</summary>
    public static string[] Sources => [$"{Own}*", "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime"];

    public override void OnEnd(Activity data)
    {
        var kept = data.Source.Name == Outgoing ? s_keptOfOutgoing : s_kept;
        foreach (var (name, _) in data.TagObjects.Where(tag => !kept.Contains(tag.Key)).ToList()) data.SetTag(name, null);
        // Events and links cannot be removed: a span that has any is not exported. No span of this program has.
        if (data.Events.Any() || data.Links.Any()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        // Removes the description.
        data.SetStatus(data.Status);
        // The client's, as it came. Without a value of its own a span has its parent's, which may not have ended.
        data.TraceStateString = "";
    }
}
