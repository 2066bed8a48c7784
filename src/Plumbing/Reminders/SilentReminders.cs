using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Plumbing.Reminders;

/// <summary>For a program that lives for one command: reminders are kept and found as ever, but none that is due comes.</summary>
public static class SilentReminders
{
    /// <summary>Hides from the runtime what it would have to deliver. Comes after storage.</summary>
    public static IServiceCollection AddSilentReminders(this IServiceCollection services)
    {
        services.RemoveAll<IReminderTable>();
        services.AddSingleton<ReminderTable>();
        return services.AddSingleton<IReminderTable>(provider => new SilentReminderTable(provider.GetRequiredService<ReminderTable>()));
    }
}
