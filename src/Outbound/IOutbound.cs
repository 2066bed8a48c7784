namespace Actors.Outbound;

/// <summary>The only way out: every request to another host goes through the guard, the limits, the retries and the breaker behind it.</summary>
public interface IOutbound
{
    /// <summary>Gets a resource. Failures are answers; it throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, CancellationToken cancellationToken = default);

    /// <summary>Gets a resource with further request headers. They are not sent on to another host after a redirect.</summary>
    Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default);

    /// <summary>
    /// Posts JSON. Redirects are not followed. It is tried again only when it certainly had no effect: no connection, or 429; whether a failure
    /// may have had one says <see cref="OutboundAnswer.Unclear"/>.
    /// </summary>
    Task<OutboundAnswer> PostAsync(
        Uri url, ReadOnlyMemory<byte> json, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default);
}
