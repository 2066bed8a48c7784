using System.Collections.Concurrent;

namespace Actors.Persistence.Sqlite;

/// <summary>The only thread that writes to SQLite, whose calls block. Work that is started on this thread runs at once, and its continuations stay
/// here: so a busy writer's loop runs on it too, without a thread switch per batch.</summary>
internal sealed class SqliteThread : IDisposable
{
    private readonly BlockingCollection<(Action Work, TaskCompletionSource Done)> _jobs = [];
    private readonly Thread _thread;

    public SqliteThread()
    {
        _thread = new Thread(Run) { Name = "sqlite writer", IsBackground = true };
        _thread.Start();
    }

    public ValueTask RunAsync(Action work)
    {
        if (Thread.CurrentThread == _thread)
        {
            work();
            return ValueTask.CompletedTask;
        }

        var done = new TaskCompletionSource();
        _jobs.Add((work, done));
        return new ValueTask(done.Task);
    }

    public void Dispose() => _jobs.CompleteAdding();

    private void Run()
    {
        foreach (var (work, done) in _jobs.GetConsumingEnumerable())
        {
            var failure = TryRun(work);
            if (failure is null)
            {
                done.SetResult();
            }
            else
            {
                done.SetException(failure);
            }
        }

        _jobs.Dispose();
    }

    private static Exception? TryRun(Action work)
    {
        try
        {
            work();
            return null;
        }
#pragma warning disable CA1031 // the caller gets the exception
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
