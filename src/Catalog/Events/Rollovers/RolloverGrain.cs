using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>Once an hour, moves the shown date of every overdue event on, or the event to the inactive ones.</summary>
internal sealed partial class RolloverGrain(
    [PersistentState("rollover")] IPersistentState<RolloverState> state,
    IEventRows rows,
    TimeProvider timeProvider,
    ILogger<RolloverGrain> logger) : Grain, IRolloverGrain, IRemindable
{
    private const string Reminder = "rollover";

    /// <summary>How many overdue events are read at once.</summary>
    private const int PageSize = 256;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, s_hour, s_hour);
        if (state.State.LastPass is not { } last) await Remember(timeProvider.GetUtcNow());
        else if (timeProvider.GetUtcNow() - last >= s_hour) await Pass();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Pass();

    private async Task Pass()
    {
        var now = timeProvider.GetUtcNow();
        var shard = this.GetPrimaryKeyLong();
        var moved = 0;
        while (await rows.DueAsync(shard, now, PageSize) is { IsEmpty: false } due)
        {
            await Task.WhenAll(due.Select(uuid => GrainFactory.GetGrain<IEventGrain>(uuid).RollOver(now)));
            moved += due.Length;
        }

        await Remember(now);
        if (moved > 0) LogPass(shard, moved);
    }

    private Task Remember(DateTimeOffset pass)
    {
        state.State.LastPass = pass;
        return state.WriteStateAsync();
    }
}
