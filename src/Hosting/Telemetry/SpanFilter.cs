using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// Leaves in a span only what this program put there; the server adds paths, queries and headers of its own, by version. It listens before the
/// library does, so it sees a span first. (A processor would be a type of the library's, and looking for grain classes would load it.)
/// </summary>
internal sealed class SpanFilter : IDisposable
{
    private static readonly FrozenSet<string> s_kept = FrozenSet.Create(
        StringComparer.Ordinal, "http.request.method", "http.route", "http.response.status_code", "rpc.system", "rpc.service", "rpc.method", "error.type");

    // Of a request that comes in these are the client's own words, too.
    private static readonly FrozenSet<string> s_keptOfOutgoing = FrozenSet.Create(StringComparer.Ordinal, [.. s_kept, "server.address", "server.port"]);

    private const string Server = "Microsoft.AspNetCore", Own = "Actors.", Outgoing = $"{Own}Outbound";

    private readonly ActivityListener _listener = new() { ShouldListenTo = source => IsOurs(source.Name), ActivityStopped = Strip };

    public SpanFilter() => ActivitySource.AddActivityListener(_listener);

    /// <summary>Whose spans are exported: the server's and this program's. Orleans' own name grains.</summary>
    public static ImmutableArray<string> Sources { get; } = [Server, $"{Own}*"];

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string source) => source == Server || source.StartsWith(Own, StringComparison.Ordinal);

    private static void Strip(Activity span)
    {
        var kept = span.Source.Name == Outgoing ? s_keptOfOutgoing : s_kept;
        foreach (var (name, _) in span.TagObjects.Where(tag => !kept.Contains(tag.Key)).ToList()) span.SetTag(name, null);
        // Events and links cannot be taken out of a span: one that has any is not exported. None of ours has, nor has the server's.
        if (span.Events.Any() || span.Links.Any()) span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        span.SetStatus(span.Status);
        // The client's, as it came.
        span.TraceStateString = null;
    }
}
