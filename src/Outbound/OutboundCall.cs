namespace Actors.Outbound;

/// <summary>One call on its way: what is asked for, and how long still.</summary>
/// <param name="Url">The address of this hop.</param>
/// <param name="Policy">The limits.</param>
/// <param name="Headers">Further request headers of this hop.</param>
/// <param name="Deadline">Cancelled when the time of the policy is over or the caller has gone.</param>
/// <param name="Caller">Cancelled when the caller has gone.</param>
internal sealed record OutboundCall(
    Uri Url,
    OutboundPolicy Policy,
    IReadOnlyDictionary<string, string> Headers,
    CancellationToken Deadline,
    CancellationToken Caller)
{
    /// <summary>The JSON of a POST; null: it is a GET.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>What the hosts of this call have set so far.</summary>
    public Cookies Cookies { get; init; } = new();

    /// <summary>True when the operator vouches for the host.</summary>
    public bool Trusted => Policy.TrustedOrigin is { } origin && Redirects.IsSameOrigin(origin, Url);

    public OutboundAnswer Failed(OutboundFailure failure, string detail, int status = 0, TimeSpan? retryAfter = null) =>
        new(failure, detail, status, default, null, Url, retryAfter);
}
