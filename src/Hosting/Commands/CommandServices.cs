using Actors.Persistence;


namespace Actors.Hosting.Commands;

/// <summary>Registers the command socket and commands.</summary>
public static class CommandServices
{
    /// <summary>Listens for commands on a Unix socket in <c>DATA_DIR</c>. Comes after <c>AddStorage</c>, whose lock makes the folder ours.</summary>
    public static IServiceCollection AddCommandSocket(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = DataDirectory.Of(configuration);
        services.AddSingleton<CommandTable>();
        return services.AddHostedService(provider => new CommandServer(
            directory, provider.GetRequiredService<CommandTable>(), provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<CommandServer>>()));
    }
}
