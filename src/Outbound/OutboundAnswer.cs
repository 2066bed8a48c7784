namespace Actors.Outbound;

/// <summary>The result of an outgoing request.</summary>
/// <param name="Failure">Why the request failed; <see cref="OutboundFailure.None"/> if it succeeded.</param>
/// <param name="Detail">A short description of the failure for clients. It contains no internal address.</param>
/// <param name="Status">The last HTTP status; 0 without a response.</param>
/// <param name="Body">The decompressed body of a 2xx response.</param>
/// <param name="ContentType">The body's content type as sent.</param>
/// <param name="FinalUrl">The URL after all redirects.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> header.</param>
public sealed record OutboundAnswer(
    OutboundFailure Failure,
    string? Detail,
    int Status,
    ReadOnlyMemory<byte> Body,
    string? ContentType,
    Uri FinalUrl,
    TimeSpan? RetryAfter)
{
    /// <summary>The <c>ETag</c> header, for the next <c>If-None-Match</c>.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> header, for the next <c>If-Modified-Since</c>.</summary>
    public string? LastModified { get; init; }

    /// <summary>True if the request failed but may have had an effect: no response, an incomplete one, or a 5xx.</summary>
    public bool Unclear { get; init; }

    /// <summary>True if the request succeeded.</summary>
    public bool Ok => Failure == OutboundFailure.None;
}
