namespace Actors.Outbound;

/// <summary>The state of one call during its hops.</summary>
/// <param name="Url">The URL of this hop.</param>
/// <param name="Policy">The limits.</param>
/// <param name="Headers">Additional request headers of this hop.</param>
/// <param name="Deadline">Cancelled when the policy's timeout elapses or the caller cancels.</param>
/// <param name="Caller">The caller's token.</param>
internal sealed record OutboundCall(
    Uri Url,
    OutboundPolicy Policy,
    IReadOnlyDictionary<string, string> Headers,
    CancellationToken Deadline,
    CancellationToken Caller)
{
    /// <summary>The JSON body of a POST; null for a GET.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>The cookies received during this call.</summary>
    public Cookies Cookies { get; init; } = new();

    /// <summary>True if the operator configured the host as trusted.</summary>
    public bool Trusted => Policy.TrustedOrigin is { } origin && Redirects.IsSameOrigin(origin, Url);

    public OutboundAnswer Failed(OutboundFailure failure, string detail, int status = 0, TimeSpan? retryAfter = null) =>
        new(failure, detail, status, default, null, Url, retryAfter);
}
