namespace Actors.Persistence;

/// <summary>Reads and writes the states of grains as rows. Lists read the same rows through <see cref="IDatabase"/>.</summary>
public interface IRowStore
{
    /// <summary>Reads one row; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<StoredRow<TState>?> ReadAsync<TState>(RowKind<TState> kind, string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the whole set or nothing, and returns when it is durable. If a row no longer has its expected version, it throws
    /// Orleans.Storage.InconsistentStateException.
    /// </summary>
    /// <param name="set">The set; it can be committed once.</param>
    /// <param name="cancellationToken">Cancels the wait for the queue. A queued set is still stored.</param>
    /// <exception cref="RowRefusedException">The database refuses a value, for example by a unique index.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used. Nothing was stored, unless the connection was lost during
    /// the commit: then either the whole set is stored or nothing.</exception>
    Task CommitAsync(WriteSet set, CancellationToken cancellationToken = default);
}
