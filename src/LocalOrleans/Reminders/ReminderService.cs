using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>Keeps reminders in their table and calls grains when they are due.</summary>
internal sealed partial class ReminderService(
    IReminderTable table,
    IGrainFactory grains,
    IOptions<ReminderOptions> options,
    [FromKeyedServices(ReminderTimeProviderNames.Reminders)] TimeProvider clock,
    ILogger<ReminderService> logger) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly Schedule _schedule = new(clock);

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(ReminderService), ServiceLifecycleStage.RuntimeGrainServices, table.StartAsync, table.StopAsync);
        lifecycle.Subscribe(nameof(ReminderService), ServiceLifecycleStage.Active, StartAsync, StopAsync);
    }

    public async Task<IGrainReminder> RegisterAsync(GrainId grain, bool remindable, string name, TimeSpan dueTime, TimeSpan period)
    {
        Check(remindable, name, dueTime, period);
        var entry = new ReminderEntry
        {
            GrainId = grain,
            ReminderName = name,
            StartAt = Now + dueTime,
            Period = period,
        };
        entry.ETag = await table.UpsertRow(entry);
        if (entry.ETag is null)
        {
            throw new ReminderException($"Could not register reminder {entry}.");
        }

        _schedule.Set(entry, Deliver);
        return GrainReminder.Of(entry);
    }

    public async Task UnregisterAsync(GrainId grain, IGrainReminder reminder)
    {
        var known = reminder as GrainReminder ?? throw new ArgumentException("The reminder was not made by this runtime.", nameof(reminder));
        if (!await table.RemoveRow(grain, known.ReminderName, known.ETag) && await table.ReadRow(grain, known.ReminderName) is not null)
        {
            throw new ReminderException($"Could not unregister reminder {known.ReminderName} of {grain}: it has changed.");
        }

        _schedule.Remove(grain, known.ReminderName);
    }

    public async Task<IGrainReminder?> FindAsync(GrainId grain, string name) =>
        await table.ReadRow(grain, name) is { } entry ? GrainReminder.Of(entry) : null;

    public async Task<List<IGrainReminder>> AllAsync(GrainId grain) =>
        [.. (await table.ReadRows(grain)).Reminders.Select(GrainReminder.Of)];

    public void Dispose() => _schedule.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var entry in (await table.ReadRows(0, 0)).Reminders)
        {
            _schedule.SetIfNew(entry, Deliver);
        }
    }

    private Task StopAsync(CancellationToken cancellation)
    {
        _schedule.Stop();
        return Task.CompletedTask;
    }

    private async Task Deliver(ReminderEntry entry)
    {
        try
        {
            var status = new TickStatus(entry.StartAt, entry.Period, Now);
            await grains.GetGrain<IRemindable>(entry.GrainId).ReceiveReminder(entry.ReminderName, status);
        }
#pragma warning disable CA1031 // The next tick comes whatever became of this one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogDeliveryFailed(entry.ReminderName, entry.GrainId.Type, exception);
        }
    }

    private void Check(bool remindable, string name, TimeSpan dueTime, TimeSpan period)
    {
        if (!remindable)
        {
            throw new InvalidOperationException("A grain that sets reminders implements IRemindable.");
        }

        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.Value.MinimumReminderPeriod)
        {
            throw new ArgumentException(
                $"Cannot register reminder {name}: the period {period} is less than the minimum {options.Value.MinimumReminderPeriod}.", nameof(period));
        }
    }
}
