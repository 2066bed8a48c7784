namespace Actors.Persistence.Locking;

/// <summary>Keeps apart programs that must not write one store. Taken once, before the store is touched; given back when disposed,
/// and by the kernel or the database when the process dies.</summary>
internal interface IStoreLock : IAsyncDisposable
{
    /// <summary>Takes the lock, or refuses within seconds.</summary>
    /// <param name="alone">No other program may use the store meanwhile; false: members of one cluster share it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="AlreadyRunningException">Another program holds it; the message is for the operator.</exception>
    /// <exception cref="StoreUnavailableException">The folder or the database cannot be used.</exception>
    Task AcquireAsync(bool alone, CancellationToken cancellationToken = default);
}
