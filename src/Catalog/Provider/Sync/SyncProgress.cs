namespace Actors.Catalog.Provider.Sync;

/// <summary>The progress of a run.</summary>
/// <param name="Finished">Whether the run has ended.</param>
/// <param name="Step">Grows with every change.</param>
/// <param name="State">The stored state of this run, or of a later one.</param>
[GenerateSerializer, Immutable, Alias("catalog.SyncProgress")]
internal sealed record SyncProgress([property: Id(0)] bool Finished, [property: Id(1)] long Step, [property: Id(2)] ProviderSyncState State);
