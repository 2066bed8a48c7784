namespace Actors.Payments.Orders;

/// <summary>Applies payments and refunds of a module's orders. Registered with <c>AddOrderOwner</c>.</summary>
public interface IOrderOwner
{
    /// <summary>
    /// Applies an effect durably. It is called until it returns, also after a crash, so the same <see cref="OrderEffect.OperationId"/> may come more
    /// than once: store the id in the same commit as the effect, and return the same answer again. It must not call the order; to refund the payment,
    /// return <see cref="OwnerAnswer.ReturnMoney"/>.
    /// </summary>
    Task<OwnerAnswer> ApplyAsync(OrderEffect effect, CancellationToken cancellationToken);
}

/// <summary>
/// A payment or refund that the owner must apply. Every repetition has the same operation id, which is unique among effects. The amount is the paid
/// or refunded one.
/// </summary>
public sealed record OrderEffect(string OperationId, OrderEffectKind Kind, Order Order, decimal Amount);

public enum OrderEffectKind
{
    Paid,

    /// <summary>The money, or a part of it, was refunded.</summary>
    Refunded,
}

public enum OwnerAnswer
{
    /// <summary>Applied, durably.</summary>
    Applied,

    /// <summary>
    /// The owner cannot deliver and applied nothing: refund the payment. Only valid for <see cref="OrderEffectKind.Paid"/>; no other effect of the
    /// order follows. The decision must be durable: a repetition must get the same answer.
    /// </summary>
    ReturnMoney,
}
