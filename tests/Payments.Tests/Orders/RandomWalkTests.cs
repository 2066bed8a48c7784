using Actors.Payments.Orders;
using Actors.Payments.Providers;
using Actors.Payments.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Actors.Payments.Tests.Orders;

/// <summary>
/// Random parallel calls, while the owner and the provider fail before and after their effects. At the end, the owner's balance is the paid amount
/// less the refunded amount.
/// </summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Walks = 12;
    private const int Steps = 25;
    private const decimal Price = 450m;

    [Fact]
    public async Task The_owner_has_the_paid_less_the_refunded_amount()
    {
        foreach (var (order, wallet) in await WalkAsync(new OwnerFaults())) Faults(order, wallet).ShouldBeEmpty($"order {order.Id}");
    }

    // Control: an owner that ignores the operation id.
    [Fact]
    public async Task Control_an_owner_without_the_check_fails() =>
        (await WalkAsync(new OwnerFaults { ChecksOperations = false })).SelectMany(w => Faults(w.Order, w.Wallet)).ShouldNotBeEmpty();

    private async Task<List<(Order Order, Wallet Wallet)>> WalkAsync(OwnerFaults faults)
    {
        var random = SeededRandom.Create(output);
        var provider = new PromptProvider();
        await using var payments = await TestPayments.StartAsync(faults: faults, also: services => services.AddSingleton<IPaymentProvider>(provider));
        var chance = new Lock();
        var quiet = false;
        faults.Before = faults.After = _ => Fail();
        provider.AfterRefund = () => Fail();
        var done = new List<(Order, Wallet)>();
        for (var walk = 0; walk < Walks; walk++)
        {
            quiet = false;
            var key = $"person {walk}";
            var order = await payments.OrderAsync(TestPayments.Terms(Price, key, PromptProvider.ProviderName));
            var steps = Enumerable.Range(0, Steps).Select(_ => (random.Next(3), random.Next(6), random.Next(1, 300))).ToList();
            foreach (var some in steps.Chunk(3)) await Task.WhenAll(some.Select(step => StepAsync(payments, order, step)));
            quiet = true;
            // Waits until all stored work is done.
            (await payments.Services.GetRequiredService<IGrainFactory>().GetGrain<IOrderGrain>(order.Id).Resume()).ShouldBeTrue();
            done.Add((await payments.FindAsync(order.Id), await payments.WalletAsync(key)));
        }

        return done;

        Task Fail()
        {
            lock (chance)
            {
                return !quiet && random.Next(3) == 0 ? throw new TimeoutException("lost") : Task.CompletedTask;
            }
        }
    }

    private static Task<OrderAnswer> StepAsync(TestPayments payments, Order order, (int Kind, int Operation, int Amount) step) => step.Kind switch
    {
        0 => payments.PayAsync(order),
        1 => payments.Orders.CancelAsync(order.Id, "given up"),
        _ => payments.Orders.RefundAsync(order.Id, new RefundRequest($"r{step.Operation}", "operator", step.Amount)),
    };

    private static IEnumerable<string> Faults(Order order, Wallet wallet)
    {
        if (wallet.Payments != 1) yield return $"{wallet.Payments} payments";
        if (wallet.Balance != Price - order.RefundedAmount) yield return $"balance {wallet.Balance}, refunded {order.RefundedAmount}";
        if (order.RefundedAmount is < 0 or > Price) yield return $"refunded {order.RefundedAmount}";
        if (order.OpenEffects.Length > 0) yield return "open effects";
        if (wallet.Operations.Length != 1 + order.Refunds.Length) yield return $"{wallet.Operations.Length} operations, {order.Refunds.Length} refunds";
        var status = order.RefundedAmount switch { 0 => OrderStatus.Paid, Price => OrderStatus.Refunded, _ => OrderStatus.PartlyRefunded };
        if (order.Status != status) yield return $"status {order.Status}";
    }
}
