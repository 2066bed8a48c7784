namespace Actors.Outbound;

/// <summary>The HTTP client for all requests to other hosts, with address guard, limits, retries and circuit breakers.</summary>
public interface IOutbound
{
    /// <summary>Gets a resource. Failures are returned; it throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, CancellationToken cancellationToken = default);

    /// <summary>Gets a resource with additional request headers. They are not sent to another host after a redirect.</summary>
    Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default);

    /// <summary>
    /// Posts JSON. Redirects are not followed. A request is retried only if it certainly had no effect: no connection, or 429.
    /// <see cref="OutboundAnswer.Unclear"/> tells whether a failed request may have had an effect.
    /// </summary>
    Task<OutboundAnswer> PostAsync(
        Uri url, ReadOnlyMemory<byte> json, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default);
}
