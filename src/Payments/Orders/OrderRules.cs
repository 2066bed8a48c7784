using Actors.Payments.Providers;

namespace Actors.Payments.Orders;

/// <summary>
/// An event of an order's history, numbered from 1: <c>created</c>, <c>paid</c>, <c>refund_requested</c> and the like. The actor is an operator or who
/// asked; null when it was the program or the provider. The detail holds no personal data.
/// </summary>
public sealed record OrderEvent(long OrderId, int Number, DateTimeOffset At, string Kind, decimal? Amount, string? Actor, string? Detail);

/// <summary>A write of an order; one that has work leaves an effect or a refund to be carried out, even if the program ends now.</summary>
internal sealed record OrderChange(Order Order, OrderEvent Event, bool HasWork = false);

/// <summary>The transitions of an order. Each gives the next state and its event; none has an effect.</summary>
internal static class OrderRules
{
    /// <summary>How many refunds an order may have.</summary>
    public const int MaxRefunds = 100;

    /// <summary>When the provider is first asked about an order of which it has not sent word; after that the time doubles.</summary>
    public static readonly TimeSpan FirstAsk = TimeSpan.FromMinutes(10);

    /// <summary>The longest time between two questions.</summary>
    public static readonly TimeSpan LongestAsk = TimeSpan.FromHours(6);

    /// <summary>An order that is not paid after this time is given up and not asked about any more.</summary>
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

    /// <summary>Questions go on: a buyer may have paid before they gave up.</summary>
    public static OrderChange Cancelled(this Order order, string reason, DateTimeOffset now) =>
        Change(order with { Status = OrderStatus.Cancelled, Reason = reason }, now, "cancelled", detail: reason);

    /// <summary>Why a payment is not that of the order; null when it is.</summary>
    public static OrderRefusal? Judge(this Order order, PaymentClaim claim)
    {
        if (order.Terms.Provider != claim.Provider) return OrderRefusal.OtherProvider;
        if (order.IsTest != claim.IsTest) return OrderRefusal.OtherMode;
        return order.Terms.Amount == claim.Amount ? null : OrderRefusal.OtherAmount;
    }

    /// <summary>The money has come, whatever the order's state was: one that was given up is honoured.</summary>
    public static OrderChange Paid(this Order order, string? reference, string? confirmedBy, DateTimeOffset now) => Change(
        order with
        {
            Status = OrderStatus.Paid, PaidAt = now, ConfirmedBy = confirmedBy, Reference = reference ?? order.Reference, Reason = null, NextAsk = null,
            OpenEffects = order.OpenEffects.Add(new OpenEffect(OrderEffectKind.Paid)),
        },
        now, "paid", order.Terms.Amount, confirmedBy, hasWork: true);

    public static OrderChange AskedInVain(this Order order, DateTimeOffset now)
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

    /// <summary>The owner has applied an effect.</summary>
    public static OrderChange Applied(this Order order, OpenEffect effect, DateTimeOffset now) => Change(
        order with { OpenEffects = order.OpenEffects.Remove(effect) }, now, effect.Kind == OrderEffectKind.Paid ? "payment_applied" : "refund_applied");

    /// <summary>The owner does not take the payment: what is left goes back.</summary>
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

    /// <summary>What the owner is told of an effect. The operation id follows from the order, so a repetition has the same.</summary>
    public static OrderEffect EffectOf(this Order order, OpenEffect effect) => effect.Kind == OrderEffectKind.Paid
        ? new($"orders/{order.Id}/paid", effect.Kind, order, order.Terms.Amount)
        : new($"{order.OperationOf(effect.RefundId)}/done", effect.Kind, order, order.Refunds[effect.RefundId - 1].Amount);

    /// <summary>What a refund is called towards the provider.</summary>
    public static string OperationOf(this Order order, int refundId) => $"orders/{order.Id}/refunds/{refundId}";

    private static Order With(this Order order, Refund refund) => order with { Refunds = order.Refunds.SetItem(refund.Id - 1, refund) };

    private static OrderChange Change(
        Order next, DateTimeOffset now, string kind, decimal? amount = null, string? actor = null, string? detail = null, bool hasWork = false)
    {
        var number = next.Events + 1;
        return new OrderChange(next with { Events = number, UpdatedAt = now }, new OrderEvent(next.Id, number, now, kind, amount, actor, detail), hasWork);
    }
}
