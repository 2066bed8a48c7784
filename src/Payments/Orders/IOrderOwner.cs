namespace Actors.Payments.Orders;

/// <summary>
/// What a module does when an order of its purpose is paid or refunded. Registered with <c>AddOrderOwner</c>.
/// </summary>
public interface IOrderOwner
{
    /// <summary>
    /// Applies an effect durably. It is called until it has returned, also after a crash, so the same <see cref="OrderEffect.OperationId"/> may come
    /// more than once: store the id in the same commit as the effect, and answer the same again. It must not call the order; ask for the money back by
    /// the answer.
    /// </summary>
    Task<OwnerAnswer> ApplyAsync(OrderEffect effect, CancellationToken cancellationToken);
}

/// <summary>
/// Something that happened to an order and that its owner has to take account of. Every repetition has the same operation id, and no other effect has
/// it. The amount is what was paid or went back.
/// </summary>
public sealed record OrderEffect(string OperationId, OrderEffectKind Kind, Order Order, decimal Amount);

public enum OrderEffectKind
{
    Paid,

    /// <summary>Money went back, all of it or a part.</summary>
    Refunded,
}

public enum OwnerAnswer
{
    /// <summary>Applied, durably.</summary>
    Applied,

    /// <summary>
    /// What was paid for is not to be had any more, and nothing was applied: return the money. Only an answer to <see cref="OrderEffectKind.Paid"/>; no
    /// other effect of the order follows. Must be durable as well: the same question gets the same answer.
    /// </summary>
    ReturnMoney,
}
