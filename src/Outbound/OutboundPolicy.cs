namespace Actors.Outbound;

/// <summary>How one kind of outgoing request behaves.</summary>
/// <param name="Name">Names the kind in logs and metrics: <c>poster</c>, <c>kudago</c>.</param>
/// <param name="MaxBytes">Most bytes of a body, counted after decompression.</param>
/// <param name="Timeout">The whole of it: redirects, retries and waits between them included.</param>
/// <param name="MaxRedirects">How many redirects are followed; each is checked as the first address was.</param>
/// <param name="Retries">How often a failure that may pass (429, 502–504, network) is tried again.</param>
/// <param name="Accept">The <c>Accept</c> header.</param>
/// <param name="CutsLong">True when of a body longer than <paramref name="MaxBytes"/> the beginning is enough.</param>
public sealed record OutboundPolicy(string Name, long MaxBytes, TimeSpan Timeout, int MaxRedirects = 5, int Retries = 2, string Accept = "*/*", bool CutsLong = false)
{
    /// <summary>
    /// The origin of a service that the operator named in a setting. Requests to exactly this scheme, host and port go there whatever its address,
    /// since such services live in private networks; they share no connection with other requests, and a redirect elsewhere is judged as any other.
    /// Never an address that came from a request or a page.
    /// </summary>
    public Uri? TrustedOrigin { get; init; }
}
