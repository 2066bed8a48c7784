using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>Once an hour, shows the next date of every overdue event or makes the event inactive.</summary>
internal sealed partial class RolloverGrain(
    [PersistentState("rollover")] IPersistentState<RolloverState> state,
    IEventRows rows,
    TimeProvider timeProvider,
    ILogger<RolloverGrain> logger) : Grain, IRolloverGrain, IRemindable
{
    private const string Reminder = "rollover";

    /// <summary>Overdue events per query.</summary>
    private const int PageSize = 256;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, s_hour, s_hour);
        if (state.State.LastPass is not { } last) await StorePass(timeProvider.GetUtcNow());
        else if (timeProvider.GetUtcNow() - last >= s_hour) await Pass();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Pass();

    private async Task Pass()
    {
        var now = timeProvider.GetUtcNow();
        var shard = this.GetPrimaryKeyLong();
        var changed = 0;
        while (await rows.DueAsync(shard, now, PageSize) is { IsEmpty: false } due)
        {
            await Task.WhenAll(due.Select(uuid => GrainFactory.GetGrain<IEventGrain>(uuid).RollOver(now)));
            changed += due.Length;
        }

        await StorePass(now);
        if (changed > 0) LogPass(shard, changed);
    }

    private Task StorePass(DateTimeOffset pass)
    {
        state.State.LastPass = pass;
        return state.WriteStateAsync();
    }
}
