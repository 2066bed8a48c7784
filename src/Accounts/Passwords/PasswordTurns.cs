namespace Actors.Accounts.Passwords;

/// <summary>
/// Who may have a password looked at next. Attempts wait here, and not in a grain's queue: what has its turn is done within moments, however
/// many wait, and a back-off is asked about when the turn comes, so that many guesses at once are no more than a few.
/// </summary>
internal sealed class PasswordTurns : IDisposable
{
    /// <summary>Attempts that may wait; more are turned away, whatever they are.</summary>
    public const int MaxWaiting = 1000;

    /// <summary>One more than hash at a time, so that the next is ready when one ends.</summary>
    public static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly SemaphoreSlim _free = new(AtOnce);
    private int _inside;

    /// <summary>Waits for a turn, which ends when what is returned is disposed; null when too many wait already.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inside) > MaxWaiting + AtOnce)
        {
            Interlocked.Decrement(ref _inside);
            return null;
        }

        try
        {
            await _free.WaitAsync(cancellationToken);
            return new Turn(this);
        }
        catch
        {
            Interlocked.Decrement(ref _inside);
            throw;
        }
    }

    public void Dispose() => _free.Dispose();

    private void Leave()
    {
        Interlocked.Decrement(ref _inside);
        _free.Release();
    }

    private sealed class Turn(PasswordTurns turns) : IDisposable
    {
        public void Dispose() => turns.Leave();
    }
}
