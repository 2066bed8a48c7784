namespace Actors.Persistence;

/// <summary>States as rows: what grains read and write. Lists read the same rows through <see cref="IDatabase"/>.</summary>
public interface IRowStore
{
    /// <summary>Reads one row; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<StoredRow<TState>?> ReadAsync<TState>(RowKind<TState> kind, string key, CancellationToken cancellationToken = default);

    /// <summary>Stores the whole set or nothing of it, and returns when it is durable. A row that does not have its
    /// expected version any more fails it with Orleans.Storage.InconsistentStateException.</summary>
    /// <param name="set">The set; it can be committed once.</param>
    /// <param name="cancellationToken">Gives up waiting for a place in the queue. A set that is in the queue is carried out.</param>
    /// <exception cref="RowRefusedException">The database refuses a value, for example by a unique index.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used. Nothing was stored, except when
    /// the connection was lost during the commit: then the set is stored as a whole or not at all.</exception>
    Task CommitAsync(WriteSet set, CancellationToken cancellationToken = default);
}
