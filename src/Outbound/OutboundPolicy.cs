namespace Actors.Outbound;

/// <summary>The limits of one kind of outgoing request.</summary>
/// <param name="Name">The name in logs and metrics, for example <c>poster</c>.</param>
/// <param name="MaxBytes">Maximum size of a body in bytes, after decompression.</param>
/// <param name="Timeout">The timeout of the whole call, including redirects, retries and the pauses between them.</param>
/// <param name="MaxRedirects">Maximum number of redirects; each is checked like the first URL.</param>
/// <param name="Retries">Maximum number of retries after a transient failure (429, 502–504, network).</param>
/// <param name="Accept">The <c>Accept</c> header.</param>
/// <param name="CutsLong">True to truncate a body longer than <paramref name="MaxBytes"/> instead of failing.</param>
public sealed record OutboundPolicy(string Name, long MaxBytes, TimeSpan Timeout, int MaxRedirects = 5, int Retries = 2, string Accept = "*/*", bool CutsLong = false)
{
    /// <summary>
    /// The origin of a service that the operator configured. Requests to exactly this scheme, host and port skip the address check, since such
    /// services may be in private networks. They share no connection with other requests, and a redirect to another origin is checked as usual. It
    /// must never come from a request or a page.
    /// </summary>
    public Uri? TrustedOrigin { get; init; }
}
