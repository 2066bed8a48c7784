using Actors.Payments.Orders;
using Actors.Payments.Tests.Kit;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Payments.Tests.Orders;

public sealed class GoldenTests
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_JSON_names_of_an_order_are_stable() => Golden.Check(
        new Order
        {
            Id = 7, IsTest = true, Status = OrderStatus.PartlyRefunded, CreatedAt = s_time, UpdatedAt = s_time.AddHours(1), Reference = "p-1",
            PayUrl = new Uri("https://example.com/pay?id=7"), PaidAt = s_time.AddMinutes(1), ConfirmedBy = "operator", Reason = "none", Events = 4,
            NextAsk = s_time.AddMinutes(10), Asks = 2, IsDeclined = true,
            Refunds = [new Refund(1, "r", 1.50m, RefundStatus.Done, "ann", s_time, "operator", s_time.AddDays(1))],
            OpenEffects = [new OpenEffect(OrderEffectKind.Refunded, 1)],
            Terms = TestPayments.Terms(10.10m) with
            {
                Currency = "EUR", Email = "ann@example.com", Receipt = "{}", ExpiresAt = s_time.AddDays(1), Parameters = TestPayments.Terms().Parameters.Add("plan", "month"),
            },
        },
        StoredJson.TypeInfo<Order>(), "order");
}
