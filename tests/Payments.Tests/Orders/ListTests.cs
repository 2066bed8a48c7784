using Actors.Payments.Orders;
using Actors.Payments.Tests.Kit;
using Actors.TestKit;

namespace Actors.Payments.Tests.Orders;

public sealed class ListTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_filter_lists_orders_newest_first(bool postgres)
    {
        await using var database = await TestDatabase.CreateAsync(postgres);
        var time = new ManualTimeProvider();
        await using var payments = await TestPayments.StartAsync(database.Folder, database.Url, time);
        var start = time.GetUtcNow();
        var first = await payments.OrderAsync(TestPayments.Terms(10.10m, "a") with { Payer = "ann" });
        time.Advance(TimeSpan.FromMinutes(1));
        var second = await payments.OrderAsync(TestPayments.Terms(20m, "b", PaymentsSetup.Offline) with { Payer = "ben" });
        var third = await payments.OrderAsync(TestPayments.Terms(30m, "a") with { Payer = "ben" });
        await payments.PayAsync(first);

        await ListedAsync(new OrderFilter(), third, second, first);
        await ListedAsync(new OrderFilter(Payer: "ben"), third, second);
        await ListedAsync(new OrderFilter(TestOwner.Purpose, "a"), third, first);
        await ListedAsync(new OrderFilter(Provider: PaymentsSetup.Offline), second);
        await ListedAsync(new OrderFilter(Status: OrderStatus.Paid), first);
        await ListedAsync(new OrderFilter(From: start.AddSeconds(30)), third, second);
        await ListedAsync(new OrderFilter(Until: start.AddSeconds(30)), first);
        await ListedAsync(new OrderFilter(Purpose: "other"));
        await ListedAsync(new OrderFilter(AwaitsOperator: false), third, second, first);
        await payments.Orders.RefundAsync(first.Id, new RefundRequest("r", "operator"));
        await ListedAsync(new OrderFilter(AwaitsOperator: true), first);
        var page = await payments.Orders.ListAsync(new OrderFilter(Limit: 1, Offset: 1));
        (page.Orders.Single().Id, page.Total).ShouldBe((second.Id, 3));
        (await payments.FindAsync(first.Id)).Terms.Amount.ShouldBe(10.10m);

        var history = await payments.Orders.HistoryAsync(first.Id);
        history.Select(e => (e.Number, e.Kind, e.Amount)).ShouldBe(
            [(1, "created", 10.10m), (2, "started", null), (3, "paid", 10.10m), (4, "payment_applied", null), (5, "refund_requested", 10.10m), (6, "refund_awaits_operator", 10.10m)]);
        history[2].At.ShouldBe(start.AddMinutes(1));

        async Task ListedAsync(OrderFilter filter, params Order[] orders)
        {
            var found = await payments.Orders.ListAsync(filter);
            found.Orders.Select(o => o.Id).ShouldBe(orders.Select(o => o.Id));
            found.Total.ShouldBe(orders.Length);
        }
    }

    [Fact]
    public async Task Ids_are_not_reused_after_a_restart()
    {
        await using var database = await TestDatabase.CreateAsync(false);
        long first;
        await using (var payments = await TestPayments.StartAsync(database.Folder)) first = await payments.Orders.NextIdAsync();
        await using var again = await TestPayments.StartAsync(database.Folder);
        (await again.Orders.NextIdAsync()).ShouldBeGreaterThan(first);
    }
}
