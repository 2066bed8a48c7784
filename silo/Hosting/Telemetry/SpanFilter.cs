using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace Actors.Silo.Hosting.Telemetry;

/// <summary>
/// Leaves in a span only what this program put there; the server adds paths, queries and headers of its own, by version. It listens before the
/// library does, so it sees a span first. (A processor would be a type of the library's, and looking for grain classes would load it.)
/// </summary>
internal sealed class SpanFilter : IDisposable
{
    private static readonly FrozenSet<string> s_kept = FrozenSet.Create(
        StringComparer.Ordinal, "http.request.method", "http.route", "http.response.status_code", "server.address", "server.port",
        "rpc.system", "rpc.service", "rpc.method", "error.type");

    private const string Server = "Microsoft.AspNetCore", Own = "Actors.";

    private readonly ActivityListener _listener = new() { ShouldListenTo = source => IsOurs(source.Name), ActivityStopped = Strip };

    public SpanFilter() => ActivitySource.AddActivityListener(_listener);

    /// <summary>Whose spans are exported: the server's and this program's. Orleans' own name grains.</summary>
    public static ImmutableArray<string> Sources { get; } = [Server, $"{Own}*"];

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string source) => source == Server || source.StartsWith(Own, StringComparison.Ordinal);

    private static void Strip(Activity span)
    {
        foreach (var (name, _) in span.TagObjects.Where(tag => !s_kept.Contains(tag.Key)).ToList()) span.SetTag(name, null);
        span.SetStatus(span.Status);
        // The client's, as it came.
        span.TraceStateString = null;
    }
}
