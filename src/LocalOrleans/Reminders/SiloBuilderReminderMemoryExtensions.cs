using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;

namespace Orleans.Hosting;

/// <summary>Reminders that end with the process.</summary>
public static class SiloBuilderReminderMemoryExtensions
{
    /// <summary>Adds reminders kept in memory.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
    {
        builder.AddReminders();
        builder.Services.AddSingleton<IReminderTable, InMemoryReminderTable>();
        return builder;
    }
}
