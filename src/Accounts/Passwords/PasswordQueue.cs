namespace Actors.Accounts.Passwords;

/// <summary>
/// The bounded queue of password checks. Attempts wait here and not in a grain's queue, so that grain calls stay short. The back-off is checked when
/// an attempt leaves the queue, so parallel guesses are counted one after another.
/// </summary>
internal sealed class PasswordQueue : IDisposable
{
    /// <summary>Maximum number of waiting attempts; further ones are refused.</summary>
    public const int MaxWaiting = 1000;

    /// <summary>The number of attempts in progress: one more than cores, so that the next one is ready when a hash ends.</summary>
    public static readonly int Parallelism = Environment.ProcessorCount + 1;

    private readonly SemaphoreSlim _free = new(Parallelism);
    private int _entered;

    /// <summary>Waits for a slot, which is released when the result is disposed; null if too many attempts wait.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _entered) > MaxWaiting + Parallelism)
        {
            Interlocked.Decrement(ref _entered);
            return null;
        }

        try
        {
            await _free.WaitAsync(cancellationToken);
            return new Slot(this);
        }
        catch
        {
            Interlocked.Decrement(ref _entered);
            throw;
        }
    }

    public void Dispose() => _free.Dispose();

    private void Leave()
    {
        Interlocked.Decrement(ref _entered);
        _free.Release();
    }

    private sealed class Slot(PasswordQueue queue) : IDisposable
    {
        public void Dispose() => queue.Leave();
    }
}
