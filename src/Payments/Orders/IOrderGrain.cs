using Actors.Grains.Calls;
using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>One order. Key: its id. Every method may be called twice: the second call finds what the first one did.</summary>
[Alias("payments.IOrderGrain")]
internal interface IOrderGrain : IGrainWithIntegerKey
{
    /// <summary>Stores the order, then tells the provider.</summary>
    [Alias("Create"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Create(OrderTerms terms);

    /// <summary>Records a payment that a provider has proved, and has the owner apply it.</summary>
    [Alias("Pay"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Pay(PaymentClaim claim);

    /// <summary>An operator confirms that the money has come.</summary>
    [Alias("Confirm"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Confirm(string by);

    /// <summary>Gives the order up while it is not paid.</summary>
    [Alias("Cancel"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Cancel(string reason);

    /// <summary>Returns money, all that is left or a part.</summary>
    [Alias("Refund"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> Refund(RefundRequest request);

    /// <summary>An operator confirms that they returned the money.</summary>
    [Alias("ConfirmRefund"), Repeatable(Repeat.Always)]
    Task<OrderAnswer> ConfirmRefund(int refundId, string by);

    /// <summary>Asks the provider what became of the order, if that is due.</summary>
    [Alias("Ask"), Repeatable(Repeat.Always)]
    Task Ask();

    /// <summary>Carries out what is stored and not done yet; false when something could not be done now.</summary>
    [Alias("Resume"), Repeatable(Repeat.Always)]
    Task<bool> Resume();
}

/// <summary>The order after a call, null when there is none; and why nothing was done, null when it was done or had been.</summary>
[GenerateSerializer, Immutable, Alias("payments.OrderAnswer")]
public sealed record OrderAnswer([property: Id(0)] Order? Order, [property: Id(1)] OrderRefusal? Refusal = null);

/// <summary>
/// Who wants money back: an account's id, or a module. Asking twice with the same operation id is asking once. Without an amount it is all that is
/// left.
/// </summary>
[GenerateSerializer, Immutable, Alias("payments.RefundRequest")]
public sealed record RefundRequest([property: Id(0)] string OperationId, [property: Id(1)] string By, [property: Id(2)] decimal? Amount = null);

/// <summary>Why an order does not do what it is asked for.</summary>
public enum OrderRefusal
{
    Unknown,

    /// <summary>The id belongs to another order.</summary>
    OtherTerms,

    OtherProvider,

    /// <summary>A test payment for a real order, or the other way round.</summary>
    OtherMode,

    OtherAmount,

    /// <summary>Only the provider can confirm this payment.</summary>
    NotByOperator,

    Paid,
    NotPaid,

    /// <summary>More than what is left, not more than 0, with more than two decimals, or the hundred-and-first refund.</summary>
    WrongAmount,

    /// <summary>There is no such refund, or no operator is waited for.</summary>
    NoRefund,
}
