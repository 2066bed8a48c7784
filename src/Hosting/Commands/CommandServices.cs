using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Persistence;

namespace Actors.Hosting.Commands;

/// <summary>Registers the command socket and commands.</summary>
public static class CommandServices
{
    /// <summary>Adds the command <c>status</c>, and listens for commands on a Unix socket in <c>DATA_DIR</c>. Comes after <c>AddStorage</c>, whose lock makes the folder ours.</summary>
    public static void AddCommandSocket(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var directory = DataDirectory.Of(builder.Configuration);
        builder.Services.AddCommand<StatusCommand>();
        builder.Services.AddSingleton<CommandTable>();
        builder.Services.AddHostedService(provider => new CommandServer(
            directory, provider.GetRequiredService<CommandTable>(), provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<CommandServer>>()));
    }
}
