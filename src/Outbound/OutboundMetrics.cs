using System.Diagnostics.Metrics;

namespace Actors.Outbound;

/// <summary>Counts outgoing requests by kind and outcome, never by host: hosts come from users.</summary>
internal static class OutboundMetrics
{
    private static readonly Meter s_meter = new("Actors.Outbound");

    private static readonly Counter<long> s_requests =
        s_meter.CreateCounter<long>("actors.outbound.requests", "{request}", "Outgoing requests by kind and outcome.");

    public static void Count(string policy, OutboundFailure outcome) =>
        s_requests.Add(1, new KeyValuePair<string, object?>("policy", policy), new KeyValuePair<string, object?>("outcome", outcome.ToString()));
}
