using System.Collections.Concurrent;

namespace Actors.Accounts.Passwords;

/// <summary>Threads for CPU-bound work, which would delay requests on the thread pool.</summary>
internal sealed class WorkThreads : IDisposable
{
    private readonly BlockingCollection<Action> _jobs = [];
    private readonly bool _lowPriority;

    /// <summary>Starts the threads.</summary>
    /// <param name="name">The thread name.</param>
    /// <param name="count">The number of threads.</param>
    /// <param name="lowPriority">True for low-priority threads.</param>
    public WorkThreads(string name, int count, bool lowPriority)
    {
        _lowPriority = lowPriority;
        for (var i = 0; i < count; i++)
            new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <summary>Queues work; it is skipped if its result is already set.</summary>
    public void Add<T>(Func<T> work, TaskCompletionSource<T> result) => _jobs.Add(() => Attempt(work, result));

    public void Dispose() => _jobs.CompleteAdding();

    private void Run()
    {
        if (_lowPriority) IdleScheduling.Apply();
        foreach (var job in _jobs.GetConsumingEnumerable()) job();
    }

    private static void Attempt<T>(Func<T> work, TaskCompletionSource<T> result)
    {
        if (result.Task.IsCompleted) return;
        try
        {
            result.TrySetResult(work());
        }
#pragma warning disable CA1031 // passed to the caller through the result
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result.TrySetException(exception);
        }
    }
}
