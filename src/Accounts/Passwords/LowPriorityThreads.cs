namespace Actors.Accounts.Passwords;

/// <summary>
/// Runs work on low-priority threads. To avoid starvation, work that is not done after <see cref="FallbackAfter"/> runs on a normal thread, so it may
/// run twice.
/// </summary>
internal sealed class LowPriorityThreads(string name, int count) : IDisposable
{
    /// <summary>The time before the fallback: a few times the duration of a hash on an idle machine.</summary>
    public static readonly TimeSpan FallbackAfter = TimeSpan.FromSeconds(1);

    private readonly WorkThreads _lowPriority = new(name, count, lowPriority: true);
    private readonly WorkThreads _normal = new($"{name}, fallback", 1, lowPriority: false);

    public async Task<T> RunAsync<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _lowPriority.Add(work, result);
        try
        {
            // Real time, not the injected clock: it depends on this machine's load.
            return await result.Task.WaitAsync(FallbackAfter, TimeProvider.System);
        }
        catch (TimeoutException) when (!result.Task.IsFaulted)
        {
            _normal.Add(work, result);
            return await result.Task;
        }
    }

    public void Dispose()
    {
        _lowPriority.Dispose();
        _normal.Dispose();
    }
}
