using System.Collections.Immutable;
using Actors.Payments.Orders;
using Actors.Payments.Providers;
using Actors.Payments.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Payments.Tests.Orders;

public sealed class OrderTests : IAsyncLifetime
{
    private readonly PromptProvider _prompt = new();
    private TestPayments _payments = null!;

    public async Task InitializeAsync() => _payments = await TestPayments.StartAsync(also: services => services.AddSingleton<IPaymentProvider>(_prompt));

    public Task DisposeAsync() => _payments.DisposeAsync().AsTask();

    [Fact]
    public async Task A_pending_order_has_a_link()
    {
        var order = await _payments.OrderAsync();
        order.Status.ShouldBe(OrderStatus.Pending);
        order.PayUrl!.AbsoluteUri.ShouldStartWith("https://auth.robokassa.ru/Merchant/Index.aspx?MerchantLogin=shop&OutSum=450.00&InvId=1&");
        (await _payments.FindAsync(order.Id)).Terms.IsSameOrder(order.Terms).ShouldBeTrue();
        (await KindsAsync(order)).ShouldBe(["created", "started"]);
    }

    [Fact]
    public async Task Creating_an_order_is_idempotent()
    {
        var order = await _payments.OrderAsync();
        (await _payments.Orders.CreateAsync(order.Id, TestPayments.Terms())).Order!.Events.ShouldBe(order.Events);
        (await _payments.Orders.CreateAsync(order.Id, TestPayments.Terms(451m))).Refusal.ShouldBe(OrderRefusal.OtherTerms);
    }

    [Fact]
    public async Task A_failed_start_at_the_provider_is_retried()
    {
        _prompt.Fails = true;
        var id = await _payments.Orders.NextIdAsync();
        await Should.ThrowAsync<TimeoutException>(() => _payments.Orders.CreateAsync(id, Prompt()));
        (await _payments.FindAsync(id)).Status.ShouldBe(OrderStatus.Created);
        _prompt.Fails = false;
        (await _payments.Orders.CreateAsync(id, Prompt())).Order!.Status.ShouldBe(OrderStatus.Paid);
        (await _payments.WalletAsync()).Payments.ShouldBe(1);
    }

    [Fact]
    public async Task An_unsupported_currency_fails_the_order()
    {
        var answer = await _payments.Orders.CreateAsync(await _payments.Orders.NextIdAsync(), TestPayments.Terms() with { Currency = "USD" });
        (answer.Order!.Status, answer.Order.PayUrl).ShouldBe((OrderStatus.Failed, null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.001)]
    [InlineData(1_000_000_001)]
    public async Task An_invalid_amount_is_refused(decimal amount) =>
        await Should.ThrowAsync<ArgumentException>(() => _payments.Orders.CreateAsync(1, TestPayments.Terms(amount)));

    [Fact]
    public async Task Invalid_terms_are_refused()
    {
        var good = TestPayments.Terms();
        OrderTerms[] bad =
        [
            good with { Purpose = "nobody" }, good with { Provider = "stripe" }, good with { OwnerKey = "" }, good with { Description = new string('x', 101) },
            good with { Currency = "RUBLE" }, good with { Receipt = new string('x', 4001) }, good with { Payer = new string('x', 201) },
            good with { Parameters = good.Parameters.Add("a b", "1") }, good with { Parameters = good.Parameters.Add("a", "ё") },
            good with { Parameters = Enumerable.Range(0, 11).ToImmutableDictionary(i => $"p{i}", i => "1") },
        ];
        foreach (var terms in bad) await Should.ThrowAsync<ArgumentException>(() => _payments.Orders.CreateAsync(1, terms));
        foreach (var id in (long[])[0, -1, Order.MaxId + 1]) await Should.ThrowAsync<ArgumentException>(() => _payments.Orders.CreateAsync(id, good));
        (await _payments.Orders.CreateAsync(Order.MaxId, good)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_payment_of_a_cancelled_order_is_accepted()
    {
        var order = await _payments.OrderAsync();
        (await _payments.Orders.CancelAsync(order.Id, "changed my mind")).Order!.Status.ShouldBe(OrderStatus.Cancelled);
        (await _payments.Orders.CancelAsync(order.Id, "again")).Order!.Reason.ShouldBe("changed my mind");
        (await _payments.PayAsync(order)).Order!.Status.ShouldBe(OrderStatus.Paid);
        (await _payments.WalletAsync()).Balance.ShouldBe(450m);
        (await _payments.Orders.CancelAsync(order.Id, "too late")).Refusal.ShouldBe(OrderRefusal.Paid);
    }

    [Fact]
    public async Task An_operator_confirms_only_offline_payments()
    {
        var order = await _payments.OrderAsync(TestPayments.Terms(provider: PaymentsSetup.Offline));
        (order.PayUrl, order.NextAsk).ShouldBe((null, null));
        var paid = (await _payments.Orders.ConfirmAsync(order.Id, "operator 7")).Order!;
        (paid.Status, paid.ConfirmedBy, paid.IsPaymentApplied).ShouldBe((OrderStatus.Paid, "operator 7", true));
        (await _payments.Orders.ConfirmAsync(order.Id, "operator 8")).Order!.ConfirmedBy.ShouldBe("operator 7");
        (await _payments.WalletAsync()).Payments.ShouldBe(1);
        (await _payments.Orders.ConfirmAsync((await _payments.OrderAsync()).Id, "operator 7")).Refusal.ShouldBe(OrderRefusal.NotByOperator);
    }

    [Fact]
    public async Task Partial_refunds_add_up()
    {
        var order = await _payments.OrderAsync(TestPayments.Terms(100m));
        (await _payments.Orders.RefundAsync(order.Id, new("early", "operator"))).Refusal.ShouldBe(OrderRefusal.NotPaid);
        await _payments.PayAsync(order);
        foreach (var wrong in (decimal[])[0, -1, 100.01m, 0.001m])
            (await _payments.Orders.RefundAsync(order.Id, new("wrong", "operator", wrong))).Refusal.ShouldBe(OrderRefusal.WrongAmount);

        await _payments.Orders.RefundAsync(order.Id, new("one", "operator", 20m));
        await _payments.Orders.RefundAsync(order.Id, new("one", "operator", 20m));
        var asked = (await _payments.Orders.RefundAsync(order.Id, new("two", "operator", 30m))).Order!;
        asked.Refunds.Select(r => (r.Id, r.Amount, r.Status)).ShouldBe([(1, 20m, RefundStatus.AwaitsOperator), (2, 30m, RefundStatus.AwaitsOperator)]);
        (await _payments.WalletAsync()).Balance.ShouldBe(100m);

        for (var twice = 0; twice < 2; twice++)
        {
            await _payments.Orders.ConfirmRefundAsync(order.Id, 1, "operator");
            (await _payments.Orders.ConfirmRefundAsync(order.Id, 2, "operator")).Order!.Status.ShouldBe(OrderStatus.PartlyRefunded);
        }

        (await _payments.WalletAsync()).Balance.ShouldBe(50m);
        (await _payments.Orders.RefundAsync(order.Id, new("rest", "operator"))).Order!.Refunds[2].Amount.ShouldBe(50m);
        (await _payments.Orders.ConfirmRefundAsync(order.Id, 3, "operator")).Order!.Status.ShouldBe(OrderStatus.Refunded);
        (await _payments.WalletAsync()).Balance.ShouldBe(0m);
        (await _payments.Orders.RefundAsync(order.Id, new("more", "operator"))).Refusal.ShouldBe(OrderRefusal.WrongAmount);
        (await _payments.Orders.ConfirmRefundAsync(order.Id, 4, "operator")).Refusal.ShouldBe(OrderRefusal.NoRefund);
    }

    [Fact]
    public async Task Parallel_refunds_never_return_more_than_was_paid()
    {
        var order = await _payments.OrderAsync(Prompt());
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _payments.Orders.RefundAsync(order.Id, new($"r{i % 20}", "operator", 30m))));
        var refunded = await _payments.FindAsync(order.Id);
        (refunded.RefundedAmount, refunded.Refunds.Length, _prompt.Refunds.Distinct().Count()).ShouldBe((450m, 15, 15));
        (await _payments.WalletAsync()).Balance.ShouldBe(0m);
    }

    [Fact]
    public async Task A_declined_payment_is_refunded_once()
    {
        _payments.Owner.ReturnsMoney = true;
        var order = await _payments.OrderAsync(Prompt());
        order.Status.ShouldBe(OrderStatus.Refunded);
        order.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(450m);
        _prompt.Refunds.ShouldBe([$"orders/{order.Id}/refunds/1"]);
        (await _payments.PayAsync(order)).Order!.Refunds.Length.ShouldBe(1);
        (await KindsAsync(order)).ShouldBe(["created", "started", "paid", "refund_requested", "refunded"]);
        (_payments.Owner.Calls.Count, (await _payments.WalletAsync()).Balance).ShouldBe((1, 0m));
    }

    [Fact]
    public async Task A_payment_refunded_before_it_was_declined_is_not_refunded_again()
    {
        _payments.Owner.Before = _ => throw new InvalidOperationException("away");
        var order = await _payments.OrderAsync(Prompt());
        await _payments.Orders.RefundAsync(order.Id, new("part", "operator", 100m));
        (_payments.Owner.Before, _payments.Owner.ReturnsMoney) = (_ => Task.CompletedTask, true);
        var answer = await _payments.Orders.RefundAsync(order.Id, new("part", "operator", 100m));
        (answer.Order!.RefundedAmount, answer.Order.Refunds.Length, answer.Order.Status).ShouldBe((450m, 2, OrderStatus.Refunded));
        (await _payments.WalletAsync()).Balance.ShouldBe(0m);
    }

    [Fact]
    public async Task Refunds_that_await_an_operator_are_listed()
    {
        _payments.Owner.ReturnsMoney = true;
        var order = await _payments.OrderAsync();
        await _payments.OrderAsync();
        (await _payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(200);
        var waiting = await _payments.Orders.ListAsync(new OrderFilter(AwaitsOperator: true));
        waiting.Orders.ShouldHaveSingleItem().Refunds.ShouldHaveSingleItem().Amount.ShouldBe(450m);
        (await _payments.Orders.ConfirmRefundAsync(order.Id, 1, "operator 7")).Order!.Status.ShouldBe(OrderStatus.Refunded);
        (await _payments.Orders.ListAsync(new OrderFilter(AwaitsOperator: true))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_refund_with_a_lost_response_is_repeated_with_the_same_id()
    {
        var order = await _payments.OrderAsync(Prompt());
        _prompt.Fails = true;
        var asked = (await _payments.Orders.RefundAsync(order.Id, new("r", "operator"))).Order!;
        asked.Refunds.ShouldHaveSingleItem().Status.ShouldBe(RefundStatus.Requested);
        _prompt.Fails = false;
        (await _payments.Orders.RefundAsync(order.Id, new("r", "operator"))).Order!.Status.ShouldBe(OrderStatus.Refunded);
        _prompt.Refunds.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refused_refund_changes_no_amount()
    {
        var order = await _payments.OrderAsync(Prompt());
        _prompt.Refund = RefundResult.Refused;
        var refused = (await _payments.Orders.RefundAsync(order.Id, new("r", "operator"))).Order!;
        (refused.Status, refused.Refunds[0].Status, refused.RefundableAmount).ShouldBe((OrderStatus.Paid, RefundStatus.Failed, 450m));
    }

    [Fact]
    public async Task An_unknown_order_leaves_no_activation()
    {
        using var count = new TestKit.ActivationCount(_payments.Services);
        for (var id = 5000; id < 5100; id++)
        {
            (await _payments.Orders.FindAsync(id)).ShouldBeNull();
            (await _payments.Orders.CancelAsync(id, "none")).Refusal.ShouldBe(OrderRefusal.Unknown);
        }

        await TestKit.Waiting.UntilAsync("the activations to go", () => Task.FromResult(count.Alive < 20));
    }

    private static OrderTerms Prompt() => TestPayments.Terms(provider: PromptProvider.ProviderName);

    private async Task<string[]> KindsAsync(Order order) => [.. (await _payments.Orders.HistoryAsync(order.Id)).Select(e => e.Kind)];
}
