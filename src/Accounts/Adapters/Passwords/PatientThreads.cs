using System.Collections.Concurrent;

namespace Actors.Accounts.Adapters.Passwords;

/// <summary>
/// Threads for work that keeps a core busy. Where the system can do it they stand back behind everything else that wants to run; pool threads
/// doing the same work would delay every request.
/// </summary>
internal sealed class PatientThreads : IDisposable
{
    private readonly BlockingCollection<Action> _jobs = [];

    public PatientThreads(string name, int count)
    {
        for (var i = 0; i < count; i++)
            new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <summary>Runs work on one of the threads.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Add(() => Attempt(work, done));
        return done.Task;
    }

    public void Dispose() => _jobs.CompleteAdding();

    private void Run()
    {
        ThreadNiceness.StandBack();
        foreach (var job in _jobs.GetConsumingEnumerable()) job();
    }

    private static void Attempt<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(work());
        }
#pragma warning disable CA1031 // handed to whoever asked for the work
        catch (Exception exception)
#pragma warning restore CA1031
        {
            done.SetException(exception);
        }
    }
}
