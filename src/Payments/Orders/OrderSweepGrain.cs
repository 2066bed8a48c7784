using Actors.Core.Holding;
using Actors.Grains.Calls;
using Actors.Grains.Startup;
using Actors.Persistence;

namespace Actors.Payments.Orders;

/// <summary>Queries providers for unpaid orders. One in the cluster; key 0.</summary>
[Alias("payments.IOrderSweepGrain")]
internal interface IOrderSweepGrain : IGrainWithIntegerKey
{
    /// <summary>Registers the reminder of the sweep.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}

/// <summary>Runs every few minutes. Each order stores its next due time, so an interrupted sweep loses nothing.</summary>
internal sealed partial class OrderSweepGrain(IDatabase database, IHeldStore store, TimeProvider timeProvider, ILogger<OrderSweepGrain> logger)
    : Grain, IOrderSweepGrain, IRemindable
{
    /// <summary>The time between two sweeps.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>Maximum number of orders in a sweep.</summary>
    public const int MaxOrders = 500;

    private const int Parallelism = 8;
    private const string Reminder = "orders";
    private const string Due = "SELECT number FROM orders WHERE next_ask_at <= @now ORDER BY next_ask_at LIMIT @most";

    /// <summary>Keeps an existing reminder: registering it again at every start would postpone the sweep.</summary>
    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, Period, Period);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        // A held store is a copy; the original queries these orders.
        if (await store.IsHeldAsync(CancellationToken.None)) return;
        var due = await database.QueryAsync<long>(Due, new { now = timeProvider.GetUtcNow(), most = MaxOrders });
        foreach (var batch in due.Chunk(Parallelism)) await Task.WhenAll(batch.Select(AskAsync));
    }

    private async Task AskAsync(long order)
    {
        try
        {
            await GrainFactory.GetGrain<IOrderGrain>(order).Ask();
        }
        catch (Exception failure)
        {
            LogQueryFailed(failure, order);
        }
    }
}

/// <summary>Registers the sweep at start-up.</summary>
internal sealed class OrderSweepStart(IGrainFactory grains, StartupTasks attempts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        attempts.RunAsync(new StartupTask("The sweep of orders", _ => grains.GetGrain<IOrderSweepGrain>(0).Start()), stoppingToken);
}
