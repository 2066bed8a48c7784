using System.Collections.Concurrent;

namespace Actors.Accounts.Passwords;

/// <summary>Threads for work that keeps a core busy, which on pool threads would delay every request.</summary>
internal sealed class WorkThreads : IDisposable
{
    private readonly BlockingCollection<Action> _jobs = [];
    private readonly bool _standBack;

    /// <summary>Starts the threads.</summary>
    /// <param name="name">What a debugger shows.</param>
    /// <param name="count">How many work at once.</param>
    /// <param name="standBack">Whether they only work when nobody else wants to.</param>
    public WorkThreads(string name, int count, bool standBack)
    {
        _standBack = standBack;
        for (var i = 0; i < count; i++)
            new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <summary>Has one of them do a piece of work, unless its result is there by then.</summary>
    public void Add<T>(Func<T> work, TaskCompletionSource<T> result) => _jobs.Add(() => Attempt(work, result));

    public void Dispose() => _jobs.CompleteAdding();

    private void Run()
    {
        if (_standBack) ThreadEagerness.StandBack();
        foreach (var job in _jobs.GetConsumingEnumerable()) job();
    }

    private static void Attempt<T>(Func<T> work, TaskCompletionSource<T> result)
    {
        if (result.Task.IsCompleted) return;
        try
        {
            result.TrySetResult(work());
        }
#pragma warning disable CA1031 // handed to whoever asked for the work
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result.TrySetException(exception);
        }
    }
}
