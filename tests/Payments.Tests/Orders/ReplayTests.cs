using Actors.Payments.Orders;
using Actors.Payments.Tests.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Actors.Payments.Tests.Orders;

/// <summary>Promise R5: repeated, reordered and parallel notifications have one effect for each order, and all get the same response.</summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    private const int Orders = 5;
    private const int MostRepetitions = 100;

    [Theory, OnSqlite, OnPostgres]
    public async Task Shuffled_notifications_have_one_effect_for_each_order(bool postgres)
    {
        await using var database = await TestDatabase.CreateAsync(postgres);
        await using var payments = await TestPayments.StartAsync(database.Folder, database.Url);
        var random = SeededRandom.Create(output);
        var orders = new List<Order>();
        for (var i = 0; i < Orders; i++) orders.Add(await payments.OrderAsync(TestPayments.Terms(key: $"person {i}")));
        var sent = orders.SelectMany((o, i) => Enumerable.Repeat(o, i == 0 ? MostRepetitions : random.Next(1, MostRepetitions))).ToArray();
        random.Shuffle(sent);

        var answers = await Task.WhenAll(sent.Select(async o => (o.Id, Answer: await payments.PostAsync(TestPayments.Notification(o)))));

        answers.ShouldAllBe(a => a.Answer.Status == 200 && a.Answer.Body == $"OK{a.Id}");
        for (var i = 0; i < Orders; i++) await OneEffectAsync(payments, orders[i].Id, $"person {i}");
        payments.Owner.Calls.Count.ShouldBe(Orders);
    }

    [Theory]
    [InlineData(ChildMain.BeforeEffect, false)]
    [InlineData(ChildMain.AfterEffect, false)]
    public Task A_kill_leaves_one_effect(string point, bool postgres) => KilledAsync(point, postgres);

    [PostgresFact]
    public Task A_kill_leaves_one_effect_on_PostgreSQL() => KilledAsync(ChildMain.AfterEffect, postgres: true);

    // Control: an owner that ignores the operation id.
    [Fact]
    public async Task Control_without_the_check_a_kill_gives_two_effects()
    {
        await using var database = await TestDatabase.CreateAsync(false);
        var order = await KillAsync(ChildMain.AfterEffect, database);
        await using var payments = await TestPayments.StartAsync(database.Folder, faults: new OwnerFaults { ChecksOperations = false });
        await AppliedAsync(payments, order);
        (await payments.WalletAsync()).Payments.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_of_the_owner_leaves_one_effect()
    {
        await using var payments = await TestPayments.StartAsync();
        await LostAnswerAsync(payments);
        (await payments.WalletAsync()).Payments.ShouldBe(1);
    }

    // Control: the same without the owner's check.
    [Fact]
    public async Task Control_without_the_check_a_lost_answer_gives_two_effects()
    {
        await using var payments = await TestPayments.StartAsync(faults: new OwnerFaults { ChecksOperations = false });
        await LostAnswerAsync(payments);
        (await payments.WalletAsync()).Payments.ShouldBeGreaterThan(1);
    }

    // Control of the order's own check: the same notifications go to the owner directly.
    [Fact]
    public async Task Control_without_the_order_every_notification_has_an_effect()
    {
        await using var payments = await TestPayments.StartAsync(faults: new OwnerFaults { ChecksOperations = false });
        var order = await payments.OrderAsync();
        var owner = new TestOwner(payments.Services.GetRequiredService<IRowStore>(), payments.Owner);
        for (var i = 0; i < 10; i++) await owner.ApplyAsync(order.EffectOf(new OpenEffect(OrderEffectKind.Paid)), default);
        (await payments.WalletAsync()).Payments.ShouldBe(10);
    }

    [Fact]
    public async Task A_failed_effect_is_applied_later_without_a_notification()
    {
        var time = new ManualTimeProvider();
        await using var payments = await TestPayments.StartAsync(timeProvider: time);
        payments.Owner.Before = _ => throw new InvalidOperationException("away");
        var order = await payments.OrderAsync();
        (await payments.PayAsync(order)).Order!.IsPaymentApplied.ShouldBeFalse();
        payments.Owner.Before = _ => Task.CompletedTask;
        await Waiting.UntilAsync("the payment to be applied", async () =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return (await payments.FindAsync(order.Id)).IsPaymentApplied;
        });
        await OneEffectAsync(payments, order.Id, "ann");
    }

    [Fact]
    public async Task A_hanging_owner_is_called_again()
    {
        var time = new ManualTimeProvider();
        await using var payments = await TestPayments.StartAsync(timeProvider: time);
        var called = new TaskCompletionSource();
        payments.Owner.Before = _ =>
        {
            called.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        var order = await payments.OrderAsync();
        var paying = payments.PostAsync(TestPayments.Notification(order));
        await called.Task.Within("the owner to be called");
        payments.Owner.Before = _ => Task.CompletedTask;
        time.Advance(OrderGrain.CallTimeout);
        (await paying.Within("the answer")).Status.ShouldBe(503);
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(200);
        await OneEffectAsync(payments, order.Id, "ann");
    }

    [Fact]
    public async Task A_write_conflict_is_detected()
    {
        await using var payments = await TestPayments.StartAsync();
        var order = await payments.OrderAsync();
        var rows = payments.Services.GetRequiredService<IRowStore>();
        var stored = (await rows.ReadAsync(OrderRow.Kind, OrderRow.KeyOf(order.Id))).ShouldNotBeNull();
        var other = order.Paid(null, null, order.CreatedAt);
        await rows.CommitAsync(OrderRow.Write(other with { HasWork = false }, stored.Version));

        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(503);
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(200);
        await OneEffectAsync(payments, order.Id, "ann");
    }

    private static async Task KilledAsync(string point, bool postgres)
    {
        await using var database = await TestDatabase.CreateAsync(postgres);
        var order = await KillAsync(point, database);
        await using var payments = await TestPayments.StartAsync(database.Folder, database.Url);
        (await payments.FindAsync(order)).IsPaid.ShouldBeTrue();
        await AppliedAsync(payments, order);
        var answers = await Task.WhenAll(Enumerable.Repeat(TestPayments.Notification(await payments.FindAsync(order)), 20).Select(n => payments.PostAsync(n)));
        answers.ShouldAllBe(a => a.Status == 200 && a.Body == $"OK{order}");
        await OneEffectAsync(payments, order, "ann");
    }

    /// <summary>A program accepts a payment and is killed at a point; the notification is not acknowledged.</summary>
    private static async Task<long> KillAsync(string point, TestDatabase database)
    {
        using var child = ChildProgram.Start(point, database.Folder, database.Url ?? "");
        var order = long.Parse((await child.ReadLineAsync())["order ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        (await child.ReadLineAsync()).ShouldBe("there");
        await child.KillAsync();
        return order;
    }

    private static async Task LostAnswerAsync(TestPayments payments)
    {
        var lost = 0;
        payments.Owner.After = _ => Interlocked.Increment(ref lost) == 1 ? throw new TimeoutException("lost") : Task.CompletedTask;
        var order = await payments.OrderAsync();
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(503);
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(200);
    }

    /// <summary>Waits until the program has finished its work, without another notification.</summary>
    private static Task AppliedAsync(TestPayments payments, long order) =>
        Waiting.UntilAsync("the payment to be applied", async () => (await payments.FindAsync(order)).IsPaymentApplied, TimeSpan.FromMinutes(3));

    private static async Task OneEffectAsync(TestPayments payments, long order, string key)
    {
        var wallet = await payments.WalletAsync(key);
        (wallet.Payments, wallet.Balance).ShouldBe((1, 450m));
        (await payments.Orders.HistoryAsync(order)).Select(e => e.Kind).ShouldBe(["created", "started", "paid", "payment_applied"]);
    }
}
