namespace Actors.Catalog.Provider.Sync;

/// <summary>How far a run is.</summary>
/// <param name="Finished">True when it has ended.</param>
/// <param name="Step">Grows with everything that happens.</param>
/// <param name="State">What is stored of it, or of a later one.</param>
[GenerateSerializer, Immutable, Alias("catalog.SyncProgress")]
internal sealed record SyncProgress([property: Id(0)] bool Finished, [property: Id(1)] long Step, [property: Id(2)] ProviderSyncState State);
