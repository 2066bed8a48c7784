using Actors.Outbound;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>Classifies a response by what it means for the host.</summary>
internal static class HostOutcomes
{
    public static HostOutcome Of(OutboundAnswer answer) => answer switch
    {
        { Status: 429 or 503 } => HostOutcome.Refused,
        { Status: >= 500 } => HostOutcome.Failed,
        { Failure: OutboundFailure.Unreachable or OutboundFailure.TimedOut or OutboundFailure.CircuitOpen } => HostOutcome.Failed,
        _ => HostOutcome.Answered,
    };

    public static HostReport Report(OutboundAnswer answer, TimeSpan elapsed) => new(Of(answer), elapsed, answer.RetryAfter, null);

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsTransient(OutboundAnswer answer) =>
        answer.Status is 429 or (>= 502 and <= 504) || answer.Failure is OutboundFailure.Unreachable or OutboundFailure.CircuitOpen;
}
