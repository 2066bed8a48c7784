using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Stores the run of a source, so that it resumes after a crash. Each write is one durable commit.</summary>
/// <remarks>Throws StoreUnavailableException during an outage of the database.</remarks>
internal interface ISourceStore
{
    /// <summary>Loads the state and the work of the current run.</summary>
    Task<SourceWork> LoadAsync(string source, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the next state and the changed rows. Throws Orleans.Storage.InconsistentStateException if another writer changed the state.
    /// </summary>
    /// <returns>The new version of the state.</returns>
    Task<long> CommitAsync(string source, long? version, SourceState state, SourceChanges changes, CancellationToken cancellationToken = default);

    /// <summary>The events of a run that the catalogue refused.</summary>
    Task<ImmutableArray<IntakeFailure>> FailuresAsync(string source, long run, CancellationToken cancellationToken = default);

    /// <summary>Deletes the rows of runs before <paramref name="run"/>, and dead letters not seen since <paramref name="deadline"/>.</summary>
    Task SweepAsync(string source, long run, DateTimeOffset deadline, CancellationToken cancellationToken = default);
}
