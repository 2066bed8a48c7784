namespace Actors.Persistence;

/// <summary>A stored state.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="Key">The row's key.</param>
/// <param name="Version">The number of writes of the row; used as the etag.</param>
/// <param name="State">The state.</param>
public sealed record StoredRow<TState>(string Key, long Version, TState State);
