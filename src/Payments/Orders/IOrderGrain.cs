using Actors.Grains.Calls;
using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>One order. Key: its id. Every method is idempotent.</summary>
[Alias("payments.IOrderGrain")]
internal interface IOrderGrain : IGrainWithIntegerKey
{
    /// <summary>Stores the order, then starts the payment at the provider.</summary>
    [Alias("Create"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Create(OrderTerms terms);

    /// <summary>Records a payment that a provider has proved, then lets the owner apply it.</summary>
    [Alias("Pay"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Pay(PaymentClaim claim);

    /// <summary>Records that an operator confirmed the payment.</summary>
    [Alias("Confirm"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Confirm(string by);

    /// <summary>Cancels an unpaid order.</summary>
    [Alias("Cancel"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Cancel(string reason);

    /// <summary>Refunds the remaining amount or a part of it.</summary>
    [Alias("Refund"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Refund(RefundRequest request);

    /// <summary>Records that an operator returned the money.</summary>
    [Alias("ConfirmRefund"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> ConfirmRefund(int refundId, string by);

    /// <summary>Asks the provider for the state of the payment, if a query is due.</summary>
    [Alias("Ask"), Repeatable(Repeat.Always)]
    Task Ask();

    /// <summary>Carries out stored work; false if some of it failed.</summary>
    [Alias("Resume"), Repeatable(Repeat.Always)]
    Task<bool> Resume();
}

/// <summary>The order after a call (null if it does not exist), and the reason of a refusal (null after success).</summary>
[GenerateSerializer, Immutable, Alias("payments.OrderAnswer")]
public sealed record OrderAnswer([property: Id(0)] Order? Order, [property: Id(1)] OrderRefusal? Refusal = null);

/// <summary>
/// A request for a refund. <c>By</c> is an account's id or a module. Requests with the same operation id count once. Without an amount, the remaining
/// amount is refunded.
/// </summary>
[GenerateSerializer, Immutable, Alias("payments.RefundRequest")]
public sealed record RefundRequest([property: Id(0)] string OperationId, [property: Id(1)] string By, [property: Id(2)] decimal? Amount = null);

/// <summary>Why an order refuses a call.</summary>
public enum OrderRefusal
{
    Unknown,

    /// <summary>The id belongs to another order.</summary>
    OtherTerms,

    OtherProvider,

    /// <summary>A test payment for a real order, or vice versa.</summary>
    OtherMode,

    OtherAmount,

    /// <summary>Only the provider can confirm this payment.</summary>
    NotByOperator,

    Paid,
    NotPaid,

    /// <summary>Not positive, more than the remaining amount, more than two decimals, or more than <see cref="OrderRules.MaxRefunds"/> refunds.</summary>
    WrongAmount,

    /// <summary>The refund does not exist or does not wait for an operator.</summary>
    NoRefund,
}
