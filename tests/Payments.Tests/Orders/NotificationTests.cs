using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Payments.Orders;
using Actors.Payments.Robokassa;
using Actors.Payments.Tests.Kit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Payments.Tests.Orders;

/// <summary>Effects and responses of genuine notifications: form or query as Robokassa sends them, JSON as the specification describes it (C21).</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    private TestPayments _payments = null!;
    private Order _order = null!;

    public async Task InitializeAsync()
    {
        _payments = await TestPayments.StartAsync();
        _order = await _payments.OrderAsync();
    }

    public Task DisposeAsync() => _payments.DisposeAsync().AsTask();

    [Fact]
    public async Task A_form_is_acknowledged_with_OK_and_the_id()
    {
        (await _payments.PostAsync(TestPayments.Notification(_order))).ShouldBe((200, $"OK{_order.Id}", "text/plain"));
        (await PaidAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_owner_of_the_order_applies_the_payment()
    {
        await using var payments = await TestPayments.StartAsync(also: services => services.AddOrderOwner<OtherModule>("other").AddSingleton(new OwnerCalls([])));
        var order = await payments.OrderAsync(TestPayments.Terms() with { Purpose = "other" });
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(200);
        payments.Owner.Calls.ShouldBeEmpty();
        payments.Services.GetRequiredService<OwnerCalls>().Operations.ShouldBe([$"orders/{order.Id}/paid"]);
    }

    [Fact]
    public async Task A_query_is_acknowledged_like_a_form()
    {
        var fields = TestPayments.Notification(_order).ToDictionary(f => f.Key, f => (string?)f.Value);
        (await _payments.Client.GetStringAsync(new Uri(QueryHelpers.AddQueryString(TestPayments.Webhook, fields), UriKind.Relative))).ShouldBe($"OK{_order.Id}");
        (await PaidAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task JSON_is_acknowledged_in_JSON()
    {
        using var json = JsonContent.Create(new { MerchantLogin = TestPayments.Login, SignatureValue = Sign("450.00"), InvId = $"{_order.Id}", OutSum = "450.00", Culture = "ru" });
        (await _payments.PostAsync(json)).ShouldBe((200, """{"result":"OK"}""", "application/json"));
        (await PaidAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"Sum":"450.00","SignatureValue":"$"}""", 200)]
    [InlineData("""{"OutSum":"450.00","Sum":"450.000000","SignatureValue":"$"}""", 200)]
    [InlineData("""{"OutSum":"450.00","Sum":"450.01","SignatureValue":"$"}""", 422)]
    [InlineData("""{"OutSum":"450.00","Sum":"free","SignatureValue":"$"}""", 422)]
    [InlineData("""{"OutSum":450.00,"IsTest":0,"SignatureValue":"$"}""", 200)]
    [InlineData("""{"OutSum":"450.00","IsTest":null,"SignatureValue":"$"}""", 200)]
    public async Task Sum_must_not_contradict_OutSum(string body, int status)
    {
        var fields = JsonNode.Parse(body.Replace("$", Sign("450.00"), StringComparison.Ordinal))!.AsObject();
        fields["InvId"] = _order.Id;
        using var json = JsonContent.Create(fields);
        (await _payments.PostAsync(json)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_notification_is_acknowledged_after_the_owner_applied_it()
    {
        _payments.Owner.Before = _ => throw new InvalidOperationException("away");
        var answer = await _payments.PostAsync(TestPayments.Notification(_order));
        answer.Status.ShouldBe(503);
        var stored = await _payments.FindAsync(_order.Id);
        (stored.Status, stored.IsPaymentApplied).ShouldBe((OrderStatus.Paid, false));

        _payments.Owner.Before = _ => Task.CompletedTask;
        (await _payments.PostAsync(TestPayments.Notification(_order))).Status.ShouldBe(200);
        (await _payments.WalletAsync()).Payments.ShouldBe(1);
    }

    [Fact]
    public async Task A_replay_after_the_refund_changes_nothing()
    {
        await _payments.PostAsync(TestPayments.Notification(_order));
        await _payments.Orders.RefundAsync(_order.Id, new RefundRequest("r", "operator"));
        await _payments.Orders.ConfirmRefundAsync(_order.Id, 1, "operator");
        var before = await _payments.FindAsync(_order.Id);
        before.Status.ShouldBe(OrderStatus.Refunded);
        (await _payments.PostAsync(TestPayments.Notification(_order))).ShouldBe((200, $"OK{_order.Id}", "text/plain"));
        (await _payments.FindAsync(_order.Id)).Events.ShouldBe(before.Events);
        var wallet = await _payments.WalletAsync();
        (wallet.Payments, wallet.Balance).ShouldBe((1, 0m));
    }

    [Fact]
    public async Task The_return_page_shows_the_state_and_changes_nothing()
    {
        var paid = Return("first", "450.00");
        (await GetAsync(paid)).ShouldBe((200, $$"""{"order_id":"{{_order.Id}}","status":"pending"}"""));
        (await GetAsync(Return("second", "450.00"))).Status.ShouldBe(422);
        (await PaidAsync()).ShouldBeFalse();
        // The parameters of the return page are not a valid notification.
        var form = TestPayments.Notification(_order, password: "first");
        (await _payments.PostAsync(form)).Status.ShouldBe(422);
        await _payments.PostAsync(TestPayments.Notification(_order));
        (await GetAsync(paid)).Body.ShouldContain("\"paid\"");
    }

    [Fact]
    public async Task Offline_payments_have_no_notifications()
    {
        using var answer = await _payments.Client.GetAsync(new Uri("/offline", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Forged_notifications_leave_no_activation()
    {
        using var count = new TestKit.ActivationCount(_payments.Services);
        for (var i = 0; i < 50; i++)
        {
            await _payments.PostAsync(TestPayments.Notification(_order with { Id = 1_000_000 + i }));
            await _payments.PostAsync(TestPayments.Notification(_order with { Id = 1_000_000 + i }, password: "guess"));
        }

        count.Created.ShouldBeLessThan(10);
    }

    private string Sign(string outSum) => new RobokassaSigner("md5").Sign([outSum, $"{_order.Id}"], "second");

    private string Return(string password, string outSum) => QueryHelpers.AddQueryString(TestPayments.Return, new Dictionary<string, string?>
    {
        ["OutSum"] = outSum, ["InvId"] = $"{_order.Id}", ["Culture"] = "ru", ["SignatureValue"] = new RobokassaSigner("md5").Sign([outSum, $"{_order.Id}"], password),
    });

    private async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var answer = await _payments.Client.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<bool> PaidAsync() => (await _payments.FindAsync(_order.Id)).IsPaymentApplied && (await _payments.WalletAsync()).Balance == 450m;

    private sealed record OwnerCalls(List<string> Operations);

    private sealed class OtherModule(OwnerCalls calls) : IOrderOwner
    {
        public Task<OwnerAnswer> ApplyAsync(OrderEffect effect, CancellationToken cancellationToken)
        {
            calls.Operations.Add(effect.OperationId);
            return Task.FromResult(OwnerAnswer.Applied);
        }
    }
}
