using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>One order as it is stored. Stored as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("payments.Order")]
public sealed record Order
{
    /// <summary>The highest id: Robokassa's InvId is a signed 32-bit number.</summary>
    public const long MaxId = int.MaxValue;

    /// <summary>The id, which is the provider's invoice number.</summary>
    [Id(0)] public required long Id { get; init; }

    [Id(1)] public required OrderTerms Terms { get; init; }

    /// <summary>Whether it is a test payment, which costs nothing.</summary>
    [Id(2)] public bool IsTest { get; init; }

    [Id(3)] public OrderStatus Status { get; init; }

    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    [Id(5)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where the buyer pays; null when there is no page.</summary>
    [Id(6)] public Uri? PayUrl { get; init; }

    /// <summary>The provider's own id of the payment.</summary>
    [Id(7)] public string? Reference { get; init; }

    /// <summary>When the payment was recorded; null while there is none.</summary>
    [Id(8)] public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The operator who confirmed it; null when the provider did.</summary>
    [Id(9)] public string? ConfirmedBy { get; init; }

    /// <summary>Why it failed or was cancelled.</summary>
    [Id(10)] public string? Reason { get; init; }

    /// <summary>Oldest first.</summary>
    [Id(11)] public ImmutableArray<Refund> Refunds { get; init; } = [];

    /// <summary>Effects that are stored and that the owner has not confirmed yet, oldest first.</summary>
    [Id(12)] public ImmutableArray<OpenEffect> OpenEffects { get; init; } = [];

    /// <summary>How many events its history has.</summary>
    [Id(13)] public int Events { get; init; }

    /// <summary>When the provider is to be asked what became of it; null: never.</summary>
    [Id(14)] public DateTimeOffset? NextAsk { get; init; }

    [Id(15)] public int Asks { get; init; }

    /// <summary>Whether the owner did not take the payment: it is told of no refund then, having nothing to take back.</summary>
    [Id(16)] public bool IsDeclined { get; init; }

    /// <summary>Whether the money came, whatever became of it afterwards.</summary>
    [JsonIgnore] public bool IsPaid => PaidAt is not null;

    /// <summary>How much went back.</summary>
    [JsonIgnore] public decimal RefundedAmount => Refunds.Where(r => r.Status == RefundStatus.Done).Sum(r => r.Amount);

    /// <summary>How much may still be asked back.</summary>
    [JsonIgnore] public decimal RefundableAmount => IsPaid ? Terms.Amount - Refunds.Where(r => r.Status != RefundStatus.Failed).Sum(r => r.Amount) : 0;

    /// <summary>Whether money is to be returned by an operator.</summary>
    [JsonIgnore] public bool AwaitsOperator => Refunds.Any(r => r.Status == RefundStatus.AwaitsOperator);

    /// <summary>Whether the owner has confirmed the payment: only then is a notification acknowledged.</summary>
    internal bool IsPaymentApplied => IsPaid && !OpenEffects.Any(e => e.Kind == OrderEffectKind.Paid);

    internal Invoice Invoice => new(Id, Terms.Amount, Terms.Currency, Terms.Description, IsTest, Terms.Parameters)
    {
        Reference = Reference, Email = Terms.Email, Receipt = Terms.Receipt, ExpiresAt = Terms.ExpiresAt,
    };
}

public enum OrderStatus
{
    /// <summary>Stored; the provider has not been told yet.</summary>
    Created,

    Pending,
    Paid,
    PartlyRefunded,
    Refunded,

    /// <summary>The provider does not take it, or says that it will not be paid.</summary>
    Failed,

    /// <summary>Given up. A payment that comes all the same is honoured.</summary>
    Cancelled,
}

/// <summary>One return of money. Asking twice with the same operation id is asking once; <c>DoneBy</c> is the operator who returned it, if one did.</summary>
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
    /// <summary>Stored; the provider is to be told.</summary>
    Requested,

    /// <summary>An operator has to return the money and confirm it.</summary>
    AwaitsOperator,

    Done,

    /// <summary>The provider refuses.</summary>
    Failed,
}

/// <summary>An effect that the owner has not confirmed yet; <c>RefundId</c> is 0 when it is not a refund.</summary>
[GenerateSerializer, Immutable, Alias("payments.OpenEffect")]
public sealed record OpenEffect([property: Id(0)] OrderEffectKind Kind, [property: Id(1)] int RefundId = 0);
