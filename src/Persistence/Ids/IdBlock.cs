namespace Actors.Persistence.Ids;

/// <summary>What is left of the leased block of one sequence.</summary>
internal sealed class IdBlock(Func<CancellationToken, Task<(long First, long End)>> lease) : IDisposable
{
    private readonly SemaphoreSlim _oneLease = new(1);
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
        await _oneLease.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long id;
            while (!TryTake(out id))
            {
                Put(await lease(cancellationToken).ConfigureAwait(false));
            }

            return id;
        }
        finally
        {
            _oneLease.Release();
        }
    }

    public void Dispose() => _oneLease.Dispose();

    private void Put((long First, long End) leased)
    {
        lock (_lock)
        {
            (_next, _end) = leased;
        }
    }
}
