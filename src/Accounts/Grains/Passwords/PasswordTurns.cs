namespace Actors.Accounts.Grains.Passwords;

/// <summary>
/// Who may have a password looked at next. Attempts wait here, and not in a grain's queue: what has its turn is done within moments, however
/// many wait, and a back-off is asked about when the turn comes, so that many guesses at once are no more than a few.
/// </summary>
internal sealed class PasswordTurns : IDisposable
{
    /// <summary>One more than hash at a time, so that the next is ready when one ends.</summary>
    public static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>Waits for a turn, which ends when what is returned is disposed.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
