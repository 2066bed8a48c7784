using System.Collections.Immutable;

namespace Actors.Payments.Providers;

/// <summary>One way to pay. An order is created with a provider's name and stays with it.</summary>
public interface IPaymentProvider
{
    /// <summary>The name stored in orders, for example <c>robokassa</c>.</summary>
    string Name { get; }

    /// <summary>Whether orders that start now are test payments. A test payment never pays an order that is none, nor the other way round.</summary>
    bool IsTest => false;

    /// <summary>Whether an operator says that the money has come. Otherwise only the provider can.</summary>
    bool IsConfirmedByOperator => false;

    /// <summary>Says where the buyer pays. May be called again for the same invoice and must then have no second effect.</summary>
    Task<PaymentStart> StartAsync(Invoice invoice, CancellationToken cancellationToken);

    /// <summary>Verifies a notification from the provider's server.</summary>
    Task<NotificationReading> ReadAsync(PaymentNotification notification, CancellationToken cancellationToken);

    /// <summary>Verifies the parameters with which the buyer's browser comes back. They prove nothing about the payment.</summary>
    NotificationReading ReadReturn(PaymentNotification notification);

    /// <summary>Asks the provider what became of an invoice.</summary>
    Task<ProviderState> AskAsync(Invoice invoice, CancellationToken cancellationToken);

    /// <summary>Returns money. Called again with the same operation id when the answer was lost, and must then have no second effect.</summary>
    Task<RefundResult> RefundAsync(Invoice invoice, string operationId, decimal amount, CancellationToken cancellationToken);
}

/// <summary>
/// What a provider knows of an order. The parameters come back in its notification; their names are without the provider's prefix.
/// </summary>
public sealed record Invoice(long Id, decimal Amount, string Currency, string Description, bool IsTest, ImmutableDictionary<string, string> Parameters)
{
    /// <summary>The provider's own id of the payment, once it has given one.</summary>
    public string? Reference { get; init; }

    /// <summary>The buyer's address, for the provider's receipt.</summary>
    public string? Email { get; init; }

    /// <summary>The positions of the fiscal receipt, as the provider's JSON.</summary>
    public string? Receipt { get; init; }

    /// <summary>Until when the buyer may pay.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>How a payment begins: where the buyer pays, null when there is no page.</summary>
public sealed record PaymentStart(Uri? PayUrl)
{
    /// <summary>The provider's own id of the payment.</summary>
    public string? Reference { get; init; }

    /// <summary>True when the money is there already, for example from a balance.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Why the provider does not take the payment; null when it does.</summary>
    public string? Refusal { get; init; }
}

/// <summary>What a provider says of an invoice: how much was paid, when it was, and the provider's own state for the history.</summary>
public sealed record ProviderState(ProviderStateKind Kind, decimal? Amount = null, string? Detail = null);

public enum ProviderStateKind
{
    /// <summary>Not paid so far, or not known there.</summary>
    Pending,

    Paid,

    /// <summary>It will not be paid.</summary>
    Failed,
}

public enum RefundResult
{
    /// <summary>The money is on its way back.</summary>
    Done,

    /// <summary>An operator has to return it and to say so.</summary>
    ByOperator,

    /// <summary>The provider refuses.</summary>
    Refused,
}
