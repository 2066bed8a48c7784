namespace Actors.Persistence;

/// <summary>A state as it is stored.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="Key">The row's key.</param>
/// <param name="Version">How often the row was written; this is the etag.</param>
/// <param name="State">The state.</param>
public sealed record StoredRow<TState>(string Key, long Version, TState State);
