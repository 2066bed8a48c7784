using System.Text.Json;
using Actors.Payments.Orders;
using Actors.Payments.Tests.Kit;

namespace Actors.Payments.Tests.Robokassa;

/// <summary>Promise S14: a notification that does not exactly match the order is refused and changes nothing.</summary>
public abstract class HostileNotifications : IAsyncLifetime
{
    private protected TestPayments Payments { get; private set; } = null!;

    private protected Order Order { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Payments = await TestPayments.StartAsync();
        Order = await Payments.OrderAsync();
    }

    public Task DisposeAsync() => Payments.DisposeAsync().AsTask();

    private protected async Task RefusedAsync(IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        await RefusedAsync(content);
    }

    private protected async Task RefusedAsync(HttpContent content)
    {
        var answer = await Payments.PostAsync(content);
        answer.Status.ShouldBe(422, answer.Body);
        Code(answer.Body).ShouldBe("VALIDATION_ERROR");
        await NothingHappenedAsync();
    }

    private protected async Task NothingHappenedAsync()
    {
        (await Payments.FindAsync(Order.Id)).Status.ShouldBe(OrderStatus.Pending);
        Payments.Owner.Calls.ShouldBeEmpty();
    }

    private protected static string? Code(string body) => JsonDocument.Parse(body).RootElement.GetProperty("error").GetProperty("code").GetString();
}
