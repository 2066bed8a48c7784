using Actors.Catalog.Duplicates.Commands;
using Actors.Core.Commands;
using Actors.Grains.Startup;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Duplicates;

/// <summary>Registers the search for duplicates and its commands.</summary>
internal static class DuplicatesSetup
{
    /// <summary>Requires storage, the outbox and a TimeProvider.</summary>
    public static IServiceCollection AddDuplicates(this IServiceCollection services)
    {
        services.AddSingleton<IDuplicateRows, DuplicateRows>();
        services.AddSingleton<CandidateFinder>();
        services.AddOutboxHandler<DuplicatesHandler>();
        services.AddStartupTasks();
        services.AddHostedService<VenueBackfill>();
        return services.AddCommand<DuplicatesCommand>().AddCommand<SameCommand>().AddCommand<DifferentCommand>().AddCommand<UndoCommand>();
    }
}
