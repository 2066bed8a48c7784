using System.Globalization;
using Actors.Persistence;

namespace Actors.Payments.Orders;

/// <summary>Maps an order to a row of table <c>orders</c> and its history to rows of <c>order_events</c>.</summary>
internal static class OrderRow
{
    /// <summary>Outbox topic of orders with unfinished work; the document is the order's id.</summary>
    public const string Topic = "payments.orders";

    public static readonly RowKind<Order> Kind = new("orders", StoredJson.TypeInfo<Order>(),
        new("number", ColumnType.Integer, o => o.Id),
        new("purpose", ColumnType.Text, o => o.Terms.Purpose),
        new("owner_key", ColumnType.Text, o => o.Terms.OwnerKey),
        new("payer", ColumnType.Text, o => o.Terms.Payer),
        new("provider", ColumnType.Text, o => o.Terms.Provider),
        new("status", ColumnType.Text, o => o.Status.ToString()),
        new("amount_minor", ColumnType.Integer, o => Minor(o.Terms.Amount)),
        new("refunded_minor", ColumnType.Integer, o => Minor(o.RefundedAmount)),
        new("awaits_operator", ColumnType.Boolean, o => o.AwaitsOperator),
        new("created_at", ColumnType.Integer, o => o.CreatedAt),
        new("next_ask_at", ColumnType.Integer, o => o.NextAsk));

    /// <summary>The delay before the outbox resumes the work of a change; normally the order has finished it by then.</summary>
    private static readonly TimeSpan s_resumeAfter = TimeSpan.FromSeconds(5);

    private static readonly ChildKind<OrderEvent> s_events = new("order_events", ["order_id", "number"],
        new("order_id", ColumnType.Integer, e => e.OrderId),
        new("number", ColumnType.Integer, e => e.Number),
        new("at", ColumnType.Integer, e => e.At),
        new("kind", ColumnType.Text, e => e.Kind),
        new("amount_minor", ColumnType.Integer, e => e.Amount is { } amount ? Minor(amount) : null),
        new("actor", ColumnType.Text, e => e.Actor),
        new("detail", ColumnType.Text, e => e.Detail));

    public static string KeyOf(long order) => order.ToString(CultureInfo.InvariantCulture);

    /// <summary>One commit: the order, its event, and the outbox message that finishes its work after a crash.</summary>
    public static WriteSet Write(OrderChange change, long? version)
    {
        var key = KeyOf(change.Order.Id);
        var set = new WriteSet().Put(Kind, key, change.Order, version).Upsert(s_events, change.Event);
        return change.HasWork ? set.Enqueue(new OutboxMessage($"{Topic}/{key}/{change.Event.Number}", Topic, key, change.Event.At + s_resumeAfter)) : set;
    }

    private static long Minor(decimal amount) => (long)(amount * 100);
}
