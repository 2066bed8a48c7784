using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Runs one sweep an hour in the whole cluster.</summary>
internal sealed partial class PosterSweepGrain(PosterSweeper sweeper, TimeProvider timeProvider, ILogger<PosterSweepGrain> logger)
    : Grain, IPosterSweepGrain, IRemindable
{
    private const string Reminder = "sweep";

    /// <summary>An existing reminder keeps its schedule, so that frequent restarts do not postpone the sweep forever.</summary>
    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null)
            await this.RegisterOrUpdateReminder(Reminder, PosterTimes.SweepPeriod, PosterTimes.SweepPeriod);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var removed = await sweeper.Sweep(timeProvider.GetUtcNow() - PosterTimes.Lease);
        if (removed > 0)
            LogSwept(logger, removed);
    }
}
