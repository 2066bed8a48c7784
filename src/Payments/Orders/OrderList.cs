using System.Text.Json;
using Actors.Persistence;

namespace Actors.Payments.Orders;

/// <summary>
/// Conditions on orders; null means any. <c>From</c> is inclusive, <c>Until</c> exclusive. <c>AwaitsOperator</c> finds refunds that an operator must pay.
/// </summary>
public sealed record OrderFilter(
    string? Purpose = null,
    string? OwnerKey = null,
    string? Payer = null,
    string? Provider = null,
    OrderStatus? Status = null,
    bool? AwaitsOperator = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    int Limit = 100,
    int Offset = 0)
{
    public const int MaxLimit = 1000;
}

/// <summary>One page of orders, newest first, and the total count.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Orders, long Total);

/// <summary>Reads the rows that order grains write.</summary>
internal sealed class OrderList(IDatabase database)
{
    private const string History =
        "SELECT order_id, number, at, kind, amount_minor, actor, detail FROM order_events WHERE order_id = @id ORDER BY number";

    private static readonly (string Condition, Func<OrderFilter, object?> Value)[] s_conditions =
    [
        ("purpose = @Purpose", f => f.Purpose),
        ("owner_key = @OwnerKey", f => f.OwnerKey),
        ("payer = @Payer", f => f.Payer),
        ("provider = @Provider", f => f.Provider),
        ("status = @StatusText", f => f.Status),
        ("awaits_operator = @AwaitsOperator", f => f.AwaitsOperator),
        ("created_at >= @From", f => f.From),
        ("created_at < @Until", f => f.Until),
    ];

    public async Task<OrderPage> ListAsync(OrderFilter filter, CancellationToken cancellationToken)
    {
        var conditions = string.Join(" AND ", s_conditions.Where(c => c.Value(filter) is not null).Select(c => c.Condition).Prepend("number > 0"));
        var arguments = new
        {
            filter.Purpose, filter.OwnerKey, filter.Payer, filter.Provider, StatusText = filter.Status?.ToString(), filter.AwaitsOperator, filter.From, filter.Until,
            Limit = Math.Clamp(filter.Limit, 1, OrderFilter.MaxLimit), Offset = Math.Max(filter.Offset, 0),
        };
        var total = await database.QueryAsync<long>($"SELECT count(*) FROM orders WHERE {conditions}", arguments, cancellationToken);
        var page = await database.QueryAsync<string>(
            $"SELECT document FROM orders WHERE {conditions} ORDER BY number DESC LIMIT @Limit OFFSET @Offset", arguments, cancellationToken);
        return new OrderPage([.. page.Select(Read)], total[0]);
    }

    public async Task<IReadOnlyList<OrderEvent>> HistoryAsync(long id, CancellationToken cancellationToken) =>
        [.. (await database.QueryAsync<EventRow>(History, new { id }, cancellationToken)).Select(row => row.ToEvent())];

    private static Order Read(string document) => JsonSerializer.Deserialize(document, StoredJson.TypeInfo<Order>())!;

    private sealed class EventRow
    {
        public long OrderId { get; init; }
        public int Number { get; init; }
        public DateTimeOffset At { get; init; }
        public string Kind { get; init; } = "";
        public long? AmountMinor { get; init; }
        public string? Actor { get; init; }
        public string? Detail { get; init; }

        public OrderEvent ToEvent() => new(OrderId, Number, At, Kind, AmountMinor / 100m, Actor, Detail);
    }
}
