using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>
/// An event of an order's history, numbered from 1, for example <c>created</c> or <c>refund_requested</c>. The actor is an operator or the requester;
/// null for the program and the provider. The detail contains no personal data.
/// </summary>
public sealed record OrderEvent(long OrderId, int Number, DateTimeOffset At, string Kind, decimal? Amount, string? Actor, string? Detail);

/// <summary>A change of an order. With <c>HasWork</c>, an effect or a refund must be carried out after the commit, even after a crash.</summary>
internal sealed record OrderChange(Order Order, OrderEvent Event, bool HasWork = false);

/// <summary>The transitions of an order: pure functions that return the next state and its event.</summary>
internal static class OrderRules
{
    /// <summary>Maximum number of refunds of an order.</summary>
    public const int MaxRefunds = 100;

    /// <summary>The delay before the provider is first asked about an unpaid order; it doubles after each query.</summary>
    public static readonly TimeSpan FirstAsk = TimeSpan.FromMinutes(10);

    /// <summary>The longest time between two queries.</summary>
    public static readonly TimeSpan LongestAsk = TimeSpan.FromHours(6);

    /// <summary>An unpaid order is cancelled after this time, and queries end.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    public static OrderChange Create(long id, OrderTerms terms, bool isTest, DateTimeOffset now) => Change(
        new Order { Id = id, Terms = terms, IsTest = isTest, CreatedAt = now, UpdatedAt = now, NextAsk = now + FirstAsk }, now, "created", terms.Amount);

    public static OrderChange Started(this Order order, PaymentStart start, bool canBeAsked, DateTimeOffset now) => Change(
        order with
        {
            Status = OrderStatus.Pending, PayUrl = start.PayUrl, Reference = start.Reference, NextAsk = canBeAsked ? now + FirstAsk : null,
        },
        now, "started");

    public static OrderChange Failed(this Order order, string? reason, DateTimeOffset now) =>
        Change(order with { Status = OrderStatus.Failed, Reason = reason, NextAsk = null }, now, "failed", detail: reason);

    /// <summary>Queries continue: the buyer may have paid before the cancellation.</summary>
    public static OrderChange Cancelled(this Order order, string reason, DateTimeOffset now) =>
        Change(order with { Status = OrderStatus.Cancelled, Reason = reason }, now, "cancelled", detail: reason);

    /// <summary>Checks that a payment matches the order; null when it does.</summary>
    public static OrderRefusal? Check(this Order order, PaymentClaim claim)
    {
        if (order.Terms.Provider != claim.Provider) return OrderRefusal.OtherProvider;
        if (order.IsTest != claim.IsTest) return OrderRefusal.OtherMode;
        return order.Terms.Amount == claim.Amount ? null : OrderRefusal.OtherAmount;
    }

    /// <summary>Records the payment in any state; a payment of a cancelled order is accepted.</summary>
    public static OrderChange Paid(this Order order, string? reference, string? confirmedBy, DateTimeOffset now) => Change(
        order with
        {
            Status = OrderStatus.Paid, PaidAt = now, ConfirmedBy = confirmedBy, Reference = reference ?? order.Reference, Reason = null, NextAsk = null,
            OpenEffects = order.OpenEffects.Add(new OpenEffect(OrderEffectKind.Paid)),
        },
        now, "paid", order.Terms.Amount, confirmedBy, hasWork: true);

    public static OrderChange StillUnpaid(this Order order, DateTimeOffset now)
    {
        var asked = order with { Asks = order.Asks + 1 };
        if (now - order.CreatedAt >= GivenUpAfter)
        {
            return order.Status == OrderStatus.Cancelled
                ? Change(asked with { NextAsk = null }, now, "no_longer_asked")
                : (asked with { NextAsk = null }).Cancelled("not paid in time", now);
        }

        var wait = TimeSpan.FromTicks(Math.Min(FirstAsk.Ticks << Math.Min(order.Asks + 1, 16), LongestAsk.Ticks));
        return Change(asked with { NextAsk = now + wait }, now, "asked");
    }

    /// <summary>Removes an effect that the owner has applied.</summary>
    public static OrderChange Applied(this Order order, OpenEffect effect, DateTimeOffset now) => Change(
        order with { OpenEffects = order.OpenEffects.Remove(effect) }, now, effect.Kind == OrderEffectKind.Paid ? "payment_applied" : "refund_applied");

    /// <summary>Requests a refund of the remaining amount, because the owner declined the payment.</summary>
    public static OrderChange Declined(this Order order, DateTimeOffset now)
    {
        var declined = order with { IsDeclined = true, OpenEffects = [] };
        return order.RefundableAmount > 0
            ? declined.RefundRequested(new RefundRequest($"declined/{order.Id}", order.Terms.Purpose), order.RefundableAmount, now)
            : Change(declined, now, "declined", actor: order.Terms.Purpose);
    }

    public static OrderChange RefundRequested(this Order order, RefundRequest request, decimal amount, DateTimeOffset now)
    {
        var refund = new Refund(order.Refunds.Length + 1, request.OperationId, amount, RefundStatus.Requested, request.By, now);
        return Change(order with { Refunds = order.Refunds.Add(refund) }, now, "refund_requested", amount, request.By, hasWork: true);
    }

    public static OrderChange RefundHandedOver(this Order order, Refund refund, DateTimeOffset now) =>
        Change(order.With(refund with { Status = RefundStatus.AwaitsOperator }), now, "refund_awaits_operator", refund.Amount);

    public static OrderChange RefundRefused(this Order order, Refund refund, DateTimeOffset now) =>
        Change(order.With(refund with { Status = RefundStatus.Failed }), now, "refund_failed", refund.Amount);

    public static OrderChange RefundDone(this Order order, Refund refund, string? by, DateTimeOffset now)
    {
        var next = order.With(refund with { Status = RefundStatus.Done, DoneBy = by, DoneAt = now });
        var status = next.RefundedAmount == next.Terms.Amount ? OrderStatus.Refunded : OrderStatus.PartlyRefunded;
        if (!order.IsDeclined) next = next with { OpenEffects = next.OpenEffects.Add(new OpenEffect(OrderEffectKind.Refunded, refund.Id)) };
        return Change(next with { Status = status }, now, "refunded", refund.Amount, by, hasWork: !order.IsDeclined);
    }

    /// <summary>The effect for the owner. Its operation id is derived from the order, so repetitions have the same id.</summary>
    public static OrderEffect EffectOf(this Order order, OpenEffect effect) => effect.Kind == OrderEffectKind.Paid
        ? new($"orders/{order.Id}/paid", effect.Kind, order, order.Terms.Amount)
        : new($"{order.OperationOf(effect.RefundId)}/done", effect.Kind, order, order.Refunds[effect.RefundId - 1].Amount);

    /// <summary>The operation id of a refund at the provider.</summary>
    public static string OperationOf(this Order order, int refundId) => $"orders/{order.Id}/refunds/{refundId}";

    private static Order With(this Order order, Refund refund) => order with { Refunds = order.Refunds.SetItem(refund.Id - 1, refund) };

    private static OrderChange Change(
        Order next, DateTimeOffset now, string kind, decimal? amount = null, string? actor = null, string? detail = null, bool hasWork = false)
    {
        var number = next.Events + 1;
        return new OrderChange(next with { Events = number, UpdatedAt = now }, new OrderEvent(next.Id, number, now, kind, amount, actor, detail), hasWork);
    }
}
