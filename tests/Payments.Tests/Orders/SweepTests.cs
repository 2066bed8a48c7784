using Microsoft.Extensions.DependencyInjection;
using Actors.Persistence.Holding;
using Actors.Payments.Orders;
using Actors.Payments.Robokassa;
using Actors.Payments.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Payments.Tests.Orders;

/// <summary>The sweep queries the provider for unpaid orders.</summary>
public sealed class SweepTests : IAsyncLifetime
{
    private const string Path = "/Merchant/WebService/Service.asmx/OpStateExt";

    private readonly ManualTimeProvider _time = new();
    private FakeUpstream _robokassa = null!;
    private TestPayments _payments = null!;

    public async Task InitializeAsync()
    {
        _robokassa = await FakeUpstream.StartAsync();
        _payments = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _payments.DisposeAsync();
        await _robokassa.DisposeAsync();
    }

    [Fact]
    public async Task The_sweep_finds_a_payment_without_a_notification()
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnText(Path, State(0, 100, "450.000000"), "text/xml");
        await Waiting.UntilAsync("the payment to be found", async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return (await _payments.FindAsync(order.Id)).IsPaymentApplied;
        });
        (await _payments.WalletAsync()).Payments.ShouldBe(1);
        var asked = QueryHelpers.ParseQuery(_robokassa.Requests.First(r => r.Path == Path).Query);
        asked.Select(f => (f.Key, f.Value.ToString())).ShouldBe(
        [
            ("MerchantLogin", TestPayments.Login), ("InvoiceID", $"{order.Id}"),
            ("Signature", new RobokassaSigner("md5").Sign([TestPayments.Login, $"{order.Id}"], "second")),
        ]);
    }

    [Theory]
    [InlineData(0, 5, OrderStatus.Pending)]
    [InlineData(0, 20, OrderStatus.Pending)]
    [InlineData(0, 50, OrderStatus.Pending)]
    [InlineData(0, 80, OrderStatus.Pending)]
    [InlineData(0, 10, OrderStatus.Failed)]
    [InlineData(0, 60, OrderStatus.Failed)]
    [InlineData(3, 100, OrderStatus.Pending)]
    [InlineData(1, 100, OrderStatus.Pending)]
    public async Task Only_state_100_is_a_payment(int result, int state, OrderStatus expected)
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnText(Path, State(result, state, "450.00"), "text/xml");
        (await AskAsync(order)).Status.ShouldBe(expected);
        _payments.Owner.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("449.99")]
    [InlineData("450,00")]
    [InlineData("")]
    public async Task A_payment_with_another_amount_does_not_count(string amount)
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnText(Path, State(0, 100, amount), "text/xml");
        (await AskAsync(order)).Status.ShouldBe(OrderStatus.Pending);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]
    [InlineData("<OperationStateResponse/>")]
    public async Task An_unreadable_response_changes_nothing(string xml)
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnText(Path, xml, "text/xml");
        var asked = await AskAsync(order);
        (asked.Status, asked.Asks).ShouldBe((OrderStatus.Pending, 1));
    }

    [Fact]
    public async Task An_unpaid_order_is_cancelled_after_a_week()
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnText(Path, State(3, 0, ""), "text/xml");
        var waits = new List<TimeSpan>();
        while ((await _payments.FindAsync(order.Id)).NextAsk is { } next)
        {
            waits.Add(next - _time.GetUtcNow());
            _time.SetUtcNow(next);
            await Grain(order).Ask();
        }

        waits[..4].ShouldBe([TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(80)]);
        waits.Max().ShouldBe(OrderRules.LongestAsk);
        waits.Count.ShouldBeInRange(25, 40);
        (await _payments.FindAsync(order.Id)).Status.ShouldBe(OrderStatus.Cancelled);
        (await _payments.PayAsync(order)).Order!.Status.ShouldBe(OrderStatus.Paid);
    }

    [Fact]
    public async Task An_unavailable_provider_is_asked_again_later()
    {
        var order = await _payments.OrderAsync();
        _robokassa.OnStatus(Path, 500);
        (await AskAsync(order)).NextAsk.ShouldBe(_time.GetUtcNow() + TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task An_order_without_its_provider_does_not_stop_the_sweep()
    {
        using var folder = new TempFolder("payments");
        Order orphan;
        await using (var before = await StartAsync(folder.Folder)) orphan = await before.OrderAsync();
        await _payments.DisposeAsync();
        _payments = await TestPayments.StartAsync(folder.Folder, timeProvider: _time, changes:
        [
            ("ROBOKASSA_LOGIN", null), ("ROBOKASSA_PASSWORD1", null), ("ROBOKASSA_PASSWORD2", null), ("ROBOKASSA_TEST_PASSWORD1", null),
            ("ROBOKASSA_TEST_PASSWORD2", null),
        ]);
        _payments.Orders.Offers(PaymentsSetup.Robokassa).ShouldBeFalse();
        var asked = await AskAsync(orphan);
        (asked.Status, asked.Asks).ShouldBe((OrderStatus.Pending, 1));
    }

    [Fact]
    public async Task A_held_store_queries_no_provider()
    {
        await _payments.OrderAsync();
        _robokassa.OnText(Path, State(0, 100, "450.000000"), "text/xml");
        var (hold, sweep) = (_payments.Services.GetRequiredService<StoreHold>(), _payments.Services.GetRequiredService<IGrainFactory>().GetGrain<IOrderSweepGrain>(0));
        await hold.SetAsync("test", default);
        _time.Advance(TimeSpan.FromMinutes(11));
        await sweep.AsReference<IRemindable>().ReceiveReminder("orders", default);
        _robokassa.Requests.ShouldNotContain(request => request.Path == Path);

        await hold.ReleaseAsync(default);
        await sweep.AsReference<IRemindable>().ReceiveReminder("orders", default);
        _robokassa.Requests.ShouldContain(request => request.Path == Path);
    }

    private Task<TestPayments> StartAsync(string? folder = null) => TestPayments.StartAsync(
        folder, timeProvider: _time, environment: "Development", changes: ("ROBOKASSA_URL", _robokassa.Address.AbsoluteUri));

    private async Task<Order> AskAsync(Order order)
    {
        _time.SetUtcNow((await _payments.FindAsync(order.Id)).NextAsk!.Value);
        await Grain(order).Ask();
        return await _payments.FindAsync(order.Id);
    }

    private IOrderGrain Grain(Order order) => ((IGrainFactory)_payments.Services.GetService(typeof(IGrainFactory))!).GetGrain<IOrderGrain>(order.Id);

    private static string State(int result, int state, string outSum) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <OperationStateResponse xmlns="http://merchant.roboxchange.com/WebService/">
          <Result><Code>{result}</Code></Result>
          <State><Code>{state}</Code><StateDate>2026-11-30T10:00:00+03:00</StateDate></State>
          <Info><IncCurrLabel>BankCard</IncCurrLabel><OutCurrLabel>BNR</OutCurrLabel><OutSum>{outSum}</OutSum></Info>
        </OperationStateResponse>
        """;
}
