namespace Actors.Outbound;

/// <summary>What came of an outgoing request.</summary>
/// <param name="Failure">Why there is no body to use; <see cref="OutboundFailure.None"/> when there is.</param>
/// <param name="Detail">A short sentence about the failure that may be shown to clients: it names no address of ours.</param>
/// <param name="Status">The last HTTP status; 0 when there was none.</param>
/// <param name="Body">The decompressed body of a 2xx.</param>
/// <param name="ContentType">The body's content type as sent.</param>
/// <param name="FinalUrl">Where the last redirect led.</param>
/// <param name="RetryAfter">When the host asked to be asked again.</param>
public sealed record OutboundAnswer(
    OutboundFailure Failure,
    string? Detail,
    int Status,
    ReadOnlyMemory<byte> Body,
    string? ContentType,
    Uri FinalUrl,
    TimeSpan? RetryAfter)
{
    /// <summary>The resource's validator as sent, for the next <c>If-None-Match</c>.</summary>
    public string? ETag { get; init; }

    /// <summary>When the resource was changed, as sent, for the next <c>If-Modified-Since</c>.</summary>
    public string? LastModified { get; init; }

    /// <summary>True when the request reached the host, or may have, and nobody knows what it did with it: no answer, half of one, or a 5xx.</summary>
    public bool Unclear { get; init; }

    /// <summary>True when there is a body to use.</summary>
    public bool Ok => Failure == OutboundFailure.None;
}
