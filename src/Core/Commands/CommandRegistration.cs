namespace Actors.Core.Commands;

/// <summary>Registers commands.</summary>
public static class CommandRegistration
{
    /// <summary>Adds a command.</summary>
    public static IServiceCollection AddCommand<THandler>(this IServiceCollection services)
        where THandler : class, ICommandHandler => services.AddSingleton<ICommandHandler, THandler>();
}
