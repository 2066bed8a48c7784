namespace Actors.Plumbing.Storage.Locking;

/// <summary>In the single-process build one program owns its store. Taken once, before the store is touched; given back when disposed,
/// and by the kernel or the database when the process dies.</summary>
public interface IExclusiveLock : IAsyncDisposable
{
    /// <summary>Takes the lock, or refuses within seconds.</summary>
    /// <exception cref="AlreadyRunningException">Another program holds it; the message is for the operator.</exception>
    /// <exception cref="StoreUnavailableException">The folder or the database cannot be used.</exception>
    Task AcquireAsync(CancellationToken ct = default);
}
