using Actors.Plumbing.Errors;

namespace Actors.Payments.Providers;

/// <summary>A payment of which a provider has proved that it took place.</summary>
/// <param name="OrderId">The order that is paid.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Amount">How much was paid.</param>
/// <param name="IsTest">Whether it was a test payment.</param>
/// <param name="Reference">The provider's own id of the payment.</param>
[GenerateSerializer, Immutable, Alias("payments.PaymentClaim")]
public sealed record PaymentClaim(
    [property: Id(0)] long OrderId,
    [property: Id(1)] string Provider,
    [property: Id(2)] decimal Amount,
    [property: Id(3)] bool IsTest,
    [property: Id(4)] string? Reference = null);

/// <summary>A request of a provider as it came.</summary>
/// <param name="IsPost">POST; otherwise the fields are in the query.</param>
/// <param name="ContentType">The body's type as sent.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Body">The body as sent; signatures cover these bytes.</param>
/// <param name="Headers">The request's headers.</param>
public sealed record PaymentNotification(bool IsPost, string? ContentType, string Query, ReadOnlyMemory<byte> Body, IHeaderDictionary Headers);

/// <summary>What a provider makes of a notification: a claim that is proved, or a refusal; neither when it says nothing about a payment.</summary>
/// <param name="Claim">The payment.</param>
/// <param name="Refusal">Why it is not believed.</param>
/// <param name="ContentType">The type of the acknowledgement.</param>
/// <param name="Acknowledgement">The body that the provider takes for "received".</param>
public sealed record NotificationReading(PaymentClaim? Claim, ApiError? Refusal, string ContentType, string Acknowledgement)
{
    /// <summary>A notification that is not believed.</summary>
    public static NotificationReading Refused(ApiError refusal) => new(null, refusal, "", "");
}
