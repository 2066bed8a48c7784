using Actors.Core.Configuration;
using Actors.Persistence;

namespace Actors.Grains.Messages;

/// <summary>Registers <see cref="SiloMessages"/>.</summary>
public static class MessagesSetup
{
    /// <summary>Adds numbered messages and their tables. Needs the storage.</summary>
    public static void AddMessages(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSchema("messages", typeof(MessagesSetup).Assembly);
        builder.Services.AddSingleton<MessageRows>().AddSingleton<SiloMessages>();
    }
}
