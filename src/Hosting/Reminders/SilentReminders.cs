namespace Actors.Hosting.Reminders;

/// <summary>Reminders of a process that runs one command: they can be read and written, but none is delivered.</summary>
public static class SilentReminders
{
    /// <summary>Hides due reminders from the reminder service. Call it after the reminder table was registered.</summary>
    public static IServiceCollection AddSilentReminders(this IServiceCollection services)
    {
        var table = services.Last(service => service.ServiceType == typeof(IReminderTable));
        services.Remove(table);
        return services.AddSingleton<IReminderTable>(provider =>
            new SilentReminderTable((IReminderTable)ActivatorUtilities.CreateInstance(provider, table.ImplementationType!)));
    }
}
