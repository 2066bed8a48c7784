using System.Collections.Immutable;

namespace Actors.Payments.Providers;

/// <summary>A payment provider. An order never changes its provider.</summary>
public interface IPaymentProvider
{
    /// <summary>The name stored in orders, for example <c>robokassa</c>.</summary>
    string Name { get; }

    /// <summary>True if new orders are test payments. A test payment never pays a real order, nor vice versa.</summary>
    bool IsTest => false;

    /// <summary>True if an operator confirms payments, false if the provider does.</summary>
    bool IsConfirmedByOperator => false;

    /// <summary>Starts a payment. It may be called again for the same invoice and must be idempotent.</summary>
    Task<PaymentStart> StartAsync(Invoice invoice, CancellationToken cancellationToken);

    /// <summary>Verifies a notification from the provider's server.</summary>
    Task<NotificationReading> ReadAsync(PaymentNotification notification, CancellationToken cancellationToken);

    /// <summary>Verifies the parameters with which the buyer's browser returns. They do not prove the payment.</summary>
    NotificationReading ReadReturn(PaymentNotification notification);

    /// <summary>Queries the state of an invoice.</summary>
    Task<ProviderState> AskAsync(Invoice invoice, CancellationToken cancellationToken);

    /// <summary>Refunds money. It is repeated with the same operation id if the response was lost, and must be idempotent.</summary>
    Task<RefundResult> RefundAsync(Invoice invoice, string operationId, decimal amount, CancellationToken cancellationToken);
}

/// <summary>The data of an order for a provider. The parameters come back in its notification; their names have no provider prefix.</summary>
public sealed record Invoice(long Id, decimal Amount, string Currency, string Description, bool IsTest, ImmutableDictionary<string, string> Parameters)
{
    /// <summary>The provider's own id of the payment, if known.</summary>
    public string? Reference { get; init; }

    /// <summary>The buyer's e-mail address, for the provider's receipt.</summary>
    public string? Email { get; init; }

    /// <summary>The items of the fiscal receipt, as the provider's JSON.</summary>
    public string? Receipt { get; init; }

    /// <summary>The time until which the buyer may pay.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A started payment: its page, or null when there is none.</summary>
public sealed record PaymentStart(Uri? PayUrl)
{
    /// <summary>The provider's own id of the payment.</summary>
    public string? Reference { get; init; }

    /// <summary>True if it is already paid, for example from a balance.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Why the provider refuses the payment; null when it accepts it.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The state of an invoice: the amount if paid, and the provider's own state for the history.</summary>
public sealed record ProviderState(ProviderStateKind Kind, decimal? Amount = null, string? Detail = null);

public enum ProviderStateKind
{
    /// <summary>Not paid yet, or unknown to the provider.</summary>
    Pending,

    Paid,

    /// <summary>It will not be paid.</summary>
    Failed,
}

public enum RefundResult
{
    /// <summary>The provider refunded the money.</summary>
    Done,

    /// <summary>An operator must return the money and confirm it.</summary>
    ByOperator,

    /// <summary>The provider refused.</summary>
    Refused,
}
