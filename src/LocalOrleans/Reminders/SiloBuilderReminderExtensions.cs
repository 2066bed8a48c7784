using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Adds reminders. They need an <see cref="IReminderTable"/> among the services.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Adds reminders.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder builder)
    {
        builder.Services.AddReminders();
        return builder;
    }

    /// <summary>Adds reminders.</summary>
    public static void AddReminders(this IServiceCollection services)
    {
        if (services.Any(static each => each.ServiceType == typeof(ReminderService)))
        {
            return;
        }

        services.AddSingleton<ReminderService>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(static each => each.GetRequiredService<ReminderService>());
    }
}
