namespace Actors.Persistence.Ids;

/// <summary>The remaining ids of a leased block.</summary>
internal sealed class IdBlock(Func<CancellationToken, Task<(long First, long End)>> lease) : IDisposable
{
    private readonly SemaphoreSlim _leaseLock = new(1);
    private readonly Lock _lock = new();
    private long _next;
    private long _end;

    public bool TryTake(out long id)
    {
        lock (_lock)
        {
            id = _next;
            return _next < _end && _next++ >= 0;
        }
    }

    public async ValueTask<long> TakeFromNextLeaseAsync(CancellationToken cancellationToken)
    {
        await _leaseLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long id;
            while (!TryTake(out id))
            {
                Set(await lease(cancellationToken).ConfigureAwait(false));
            }

            return id;
        }
        finally
        {
            _leaseLock.Release();
        }
    }

    public void Dispose() => _leaseLock.Dispose();

    private void Set((long First, long End) leased)
    {
        lock (_lock)
        {
            (_next, _end) = leased;
        }
    }
}
