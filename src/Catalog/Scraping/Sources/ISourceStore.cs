using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Keeps a source's run so that it goes on after a crash. Each write is one commit and returns when it is durable.</summary>
/// <remarks>Every method throws StoreUnavailableException when the database is away.</remarks>
internal interface ISourceStore
{
    /// <summary>The stored state and the work of the run under way.</summary>
    Task<SourceWork> LoadAsync(string source, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the next state with the rows that changed. Throws Orleans.Storage.InconsistentStateException when somebody else wrote it.
    /// </summary>
    /// <returns>The new version of the state.</returns>
    Task<long> CommitAsync(string source, long? version, SourceState state, SourceChanges changes, CancellationToken cancellationToken = default);

    /// <summary>The events of a run that the catalogue did not take.</summary>
    Task<ImmutableArray<IntakeFailure>> FailuresAsync(string source, long run, CancellationToken cancellationToken = default);

    /// <summary>Drops the rows of runs before <paramref name="run"/>, and dead letters not seen since <paramref name="deadline"/>.</summary>
    Task SweepAsync(string source, long run, DateTimeOffset deadline, CancellationToken cancellationToken = default);
}
