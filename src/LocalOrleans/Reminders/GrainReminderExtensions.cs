using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Reminders of the calling grain.</summary>
public static class GrainReminderExtensions
{
    /// <summary>Sets a reminder; its period is at least a minute. Ticks come as calls of <see cref="IRemindable"/>.</summary>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        ServiceOf(grain).RegisterAsync(grain.GetGrainId(), Remindable(grain), reminderName, dueTime, period);

    /// <summary>Sets a reminder; its period is at least a minute. Ticks come as calls of <see cref="IRemindable"/>.</summary>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        ServiceOf(grain).RegisterAsync(grain.GrainContext.GrainId, Remindable(grain), reminderName, dueTime, period);

    /// <summary>Removes a reminder.</summary>
    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) =>
        ServiceOf(grain).UnregisterAsync(grain.GetGrainId(), reminder);

    /// <summary>Removes a reminder.</summary>
    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) =>
        ServiceOf(grain).UnregisterAsync(grain.GrainContext.GrainId, reminder);

    /// <summary>A reminder by its name, or null.</summary>
    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) =>
        ServiceOf(grain).FindAsync(grain.GetGrainId(), reminderName);

    /// <summary>A reminder by its name, or null.</summary>
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) =>
        ServiceOf(grain).FindAsync(grain.GrainContext.GrainId, reminderName);

    /// <summary>All reminders.</summary>
    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => ServiceOf(grain).AllAsync(grain.GetGrainId());

    /// <summary>All reminders.</summary>
    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => ServiceOf(grain).AllAsync(grain.GrainContext.GrainId);

    private static ReminderService ServiceOf(IGrainBase grain) =>
        grain.GrainContext.ActivationServices.GetService<ReminderService>() ?? throw new OrleansConfigurationException(
            "The reminder service has not been configured: call AddReminders and register an IReminderTable.");

    private static bool Remindable(IGrainBase grain) => grain is IRemindable;
}
