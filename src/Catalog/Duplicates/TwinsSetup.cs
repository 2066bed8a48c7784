using Actors.Catalog.Duplicates.Commands;
using Actors.Core.Commands;
using Actors.Grains.Startup;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Duplicates;

/// <summary>Registers what finds the same event at several sources, and the operators' commands for it.</summary>
internal static class TwinsSetup
{
    /// <summary>Adds it. Storage, the outbox and a clock come from elsewhere.</summary>
    public static IServiceCollection AddTwins(this IServiceCollection services)
    {
        services.AddSingleton<ITwinRows, TwinRows>();
        services.AddSingleton<TwinFinder>();
        services.AddOutboxHandler<TwinsHandler>();
        services.AddStartupTasks();
        services.AddHostedService<VenueFill>();
        return services.AddCommand<TwinsCommand>().AddCommand<SameCommand>().AddCommand<DifferentCommand>().AddCommand<UndoCommand>();
    }
}
