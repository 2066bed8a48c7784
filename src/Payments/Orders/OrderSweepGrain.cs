using Actors.Grains.Calls;
using Actors.Grains.Startup;
using Actors.Persistence;

namespace Actors.Payments.Orders;

/// <summary>Asks providers about orders of which no word has come. One in the cluster; key 0.</summary>
[Alias("payments.IOrderSweepGrain")]
internal interface IOrderSweepGrain : IGrainWithIntegerKey
{
    /// <summary>Has the sweep run from now on.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}

/// <summary>One pass every few minutes. Each order knows itself when it is next due, so a pass that was cut off loses nothing.</summary>
internal sealed partial class OrderSweepGrain(IDatabase database, TimeProvider timeProvider, ILogger<OrderSweepGrain> logger)
    : Grain, IOrderSweepGrain, IRemindable
{
    /// <summary>The time between two passes.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>How many orders one pass asks about.</summary>
    public const int MostInPass = 500;

    private const int AtOnce = 8;
    private const string Reminder = "orders";
    private const string Due = "SELECT number FROM orders WHERE next_ask_at <= @now ORDER BY next_ask_at LIMIT @most";

    /// <summary>A reminder that is there keeps its rhythm: restarts must not put the sweep off again and again.</summary>
    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, Period, Period);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var due = await database.QueryAsync<long>(Due, new { now = timeProvider.GetUtcNow(), most = MostInPass });
        foreach (var some in due.Chunk(AtOnce)) await Task.WhenAll(some.Select(AskAsync));
    }

    private async Task AskAsync(long order)
    {
        try
        {
            await GrainFactory.GetGrain<IOrderGrain>(order).Ask();
        }
        catch (Exception failure)
        {
            LogNotAsked(failure, order);
        }
    }
}

/// <summary>Starts the sweep with the program.</summary>
internal sealed class OrderSweepStart(IGrainFactory grains, StartAttempts attempts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        attempts.RunAsync(new StartWork("The sweep of orders", _ => grains.GetGrain<IOrderSweepGrain>(0).Start()), stoppingToken);
}
