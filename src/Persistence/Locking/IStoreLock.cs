namespace Actors.Persistence.Locking;

/// <summary>
/// Prevents programs from using the same store. It is acquired once before the store is used, and released when disposed or when the process dies.
/// </summary>
internal interface IStoreLock : IAsyncDisposable
{
    /// <summary>Acquires the lock, or throws within seconds.</summary>
    /// <param name="alone">True for exclusive use; false if members of one cluster share the store.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="AlreadyRunningException">Another program holds the lock; the message is for the operator.</exception>
    /// <exception cref="StoreUnavailableException">The folder or the database cannot be used.</exception>
    Task AcquireAsync(bool alone, CancellationToken cancellationToken = default);
}
