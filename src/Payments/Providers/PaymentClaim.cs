using Actors.Web.Errors;

namespace Actors.Payments.Providers;

/// <summary>A payment of which a provider has proved that it took place; the reference is the provider's own id of it.</summary>
[GenerateSerializer, Immutable, Alias("payments.PaymentClaim")]
public sealed record PaymentClaim(
    [property: Id(0)] long OrderId,
    [property: Id(1)] string Provider,
    [property: Id(2)] decimal Amount,
    [property: Id(3)] bool IsTest,
    [property: Id(4)] string? Reference = null);

/// <summary>A request of a provider as it came. Without POST the fields are in the query. Signatures cover the bytes of the body.</summary>
public sealed record PaymentNotification(bool IsPost, string? ContentType, string Query, ReadOnlyMemory<byte> Body, IHeaderDictionary Headers);

/// <summary>
/// What a provider makes of a notification: a claim that is proved, or a refusal; neither when it says nothing about a payment. The acknowledgement is
/// the body that the provider takes for "received".
/// </summary>
public sealed record NotificationReading(PaymentClaim? Claim, ApiError? Refusal, string ContentType, string Acknowledgement)
{
    /// <summary>A notification that is not believed.</summary>
    public static NotificationReading Refused(ApiError refusal) => new(null, refusal, "", "");
}
