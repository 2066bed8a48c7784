using Actors.Web.Errors;

namespace Actors.Payments.Providers;

/// <summary>A payment that a provider has proved; the reference is the provider's own id.</summary>
[GenerateSerializer, Immutable, Alias("payments.PaymentClaim")]
public sealed record PaymentClaim(
    [property: Id(0)] long OrderId,
    [property: Id(1)] string Provider,
    [property: Id(2)] decimal Amount,
    [property: Id(3)] bool IsTest,
    [property: Id(4)] string? Reference = null);

/// <summary>A raw request from a provider. A GET has the fields in the query. The body is unparsed because signatures cover its bytes.</summary>
public sealed record PaymentNotification(bool IsPost, string? ContentType, string Query, ReadOnlyMemory<byte> Body, IHeaderDictionary Headers);

/// <summary>
/// The result of verifying a notification: a proved payment, or a refusal, or neither if it is not about a payment. The acknowledgement is the
/// response body that the provider expects.
/// </summary>
public sealed record NotificationReading(PaymentClaim? Claim, ApiError? Refusal, string ContentType, string Acknowledgement)
{
    /// <summary>Creates the result for a notification that failed verification.</summary>
    public static NotificationReading Refused(ApiError refusal) => new(null, refusal, "", "");
}
