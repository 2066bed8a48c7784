using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>A stored order. It is stored as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("payments.Order")]
public sealed record Order
{
    /// <summary>The highest id: Robokassa's InvId is a signed 32-bit number.</summary>
    public const long MaxId = int.MaxValue;

    /// <summary>The id, which is the provider's invoice number.</summary>
    [Id(0)] public required long Id { get; init; }

    [Id(1)] public required OrderTerms Terms { get; init; }

    /// <summary>True for a test payment, which moves no money.</summary>
    [Id(2)] public bool IsTest { get; init; }

    [Id(3)] public OrderStatus Status { get; init; }

    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    [Id(5)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The payment page; null when there is none.</summary>
    [Id(6)] public Uri? PayUrl { get; init; }

    /// <summary>The provider's own id of the payment.</summary>
    [Id(7)] public string? Reference { get; init; }

    /// <summary>The time at which the payment was recorded; null if unpaid.</summary>
    [Id(8)] public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The operator who confirmed the payment; null when the provider did.</summary>
    [Id(9)] public string? ConfirmedBy { get; init; }

    /// <summary>Why it failed or was cancelled.</summary>
    [Id(10)] public string? Reason { get; init; }

    /// <summary>Oldest first.</summary>
    [Id(11)] public ImmutableArray<Refund> Refunds { get; init; } = [];

    /// <summary>Effects that the owner has not applied yet, oldest first.</summary>
    [Id(12)] public ImmutableArray<OpenEffect> OpenEffects { get; init; } = [];

    /// <summary>The number of events in the history.</summary>
    [Id(13)] public int Events { get; init; }

    /// <summary>When to ask the provider for the payment's state; null for never.</summary>
    [Id(14)] public DateTimeOffset? NextAsk { get; init; }

    [Id(15)] public int Asks { get; init; }

    /// <summary>True if the owner declined the payment; it is then not told of refunds.</summary>
    [Id(16)] public bool IsDeclined { get; init; }

    /// <summary>True if it was ever paid, even if refunded later.</summary>
    [JsonIgnore] public bool IsPaid => PaidAt is not null;

    /// <summary>The refunded amount.</summary>
    [JsonIgnore] public decimal RefundedAmount => Refunds.Where(r => r.Status == RefundStatus.Done).Sum(r => r.Amount);

    /// <summary>The amount that can still be refunded.</summary>
    [JsonIgnore] public decimal RefundableAmount => IsPaid ? Terms.Amount - Refunds.Where(r => r.Status != RefundStatus.Failed).Sum(r => r.Amount) : 0;

    /// <summary>True if an operator must return money.</summary>
    [JsonIgnore] public bool AwaitsOperator => Refunds.Any(r => r.Status == RefundStatus.AwaitsOperator);

    /// <summary>True if the owner has applied the payment; only then a notification is acknowledged.</summary>
    internal bool IsPaymentApplied => IsPaid && !OpenEffects.Any(e => e.Kind == OrderEffectKind.Paid);

    internal Invoice Invoice => new(Id, Terms.Amount, Terms.Currency, Terms.Description, IsTest, Terms.Parameters)
    {
        Reference = Reference, Email = Terms.Email, Receipt = Terms.Receipt, ExpiresAt = Terms.ExpiresAt,
    };
}

public enum OrderStatus
{
    /// <summary>Stored; the payment is not started at the provider yet.</summary>
    Created,

    Pending,
    Paid,
    PartlyRefunded,
    Refunded,

    /// <summary>The provider refused it, or reported that it will not be paid.</summary>
    Failed,

    /// <summary>Cancelled. A late payment is still accepted.</summary>
    Cancelled,
}

/// <summary>A refund. Requests with the same operation id count once. <c>DoneBy</c> is the operator who returned the money, if any.</summary>
[GenerateSerializer, Immutable, Alias("payments.Refund")]
public sealed record Refund(
    [property: Id(0)] int Id,
    [property: Id(1)] string OperationId,
    [property: Id(2)] decimal Amount,
    [property: Id(3)] RefundStatus Status,
    [property: Id(4)] string RequestedBy,
    [property: Id(5)] DateTimeOffset RequestedAt,
    [property: Id(6)] string? DoneBy = null,
    [property: Id(7)] DateTimeOffset? DoneAt = null);

public enum RefundStatus
{
    /// <summary>Stored; not sent to the provider yet.</summary>
    Requested,

    /// <summary>An operator must return the money and confirm it.</summary>
    AwaitsOperator,

    Done,

    /// <summary>The provider refused.</summary>
    Failed,
}

/// <summary>An effect that the owner has not applied yet; <c>RefundId</c> is 0 for a payment.</summary>
[GenerateSerializer, Immutable, Alias("payments.OpenEffect")]
public sealed record OpenEffect([property: Id(0)] OrderEffectKind Kind, [property: Id(1)] int RefundId = 0);
