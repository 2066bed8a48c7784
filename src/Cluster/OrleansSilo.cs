using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Actors.Cluster;

/// <summary>Microsoft's Orleans as the program's grain runtime.</summary>
public static class OrleansSilo
{
    /// <summary>Adds a silo whose reminders and grain state are in the program's database, which is registered elsewhere.</summary>
    public static WebApplicationBuilder AddOrleansSilo(this WebApplicationBuilder builder)
    {
        builder.UseOrleans(static silo => silo.UseSingleSilo().AddReminders());
        return builder;
    }
}
