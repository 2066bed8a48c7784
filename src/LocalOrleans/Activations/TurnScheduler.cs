using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>
/// Runs tasks one at a time: on the thread pool, or on the caller's thread when nothing else runs. It is the task
/// scheduler of whatever runs on it, so that continuations come back here. All fields are guarded by <see cref="Gate"/>.
/// </summary>
internal abstract class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    private const int TurnsPerVisit = 64;

    private Queue<Task>? _turns;
    private bool _executing;

    public sealed override int MaximumConcurrencyLevel => 1;

    /// <summary>One lock per activation, and the activation itself is it: a million of them need no object more.</summary>
    protected object Gate => this;

    /// <summary>Whether no turn runs and none waits. Call it under the gate.</summary>
    protected bool IsQuiet => !_executing && _turns is null or { Count: 0 };

    void IThreadPoolWorkItem.Execute()
    {
        var previous = Enter();
        for (var turns = 0; turns < TurnsPerVisit; turns++)
        {
            if (!TryTake(out var turn))
            {
                RuntimeContext.Current = previous;
                return;
            }

            RunTurn(turn);
        }

        RuntimeContext.Current = previous;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Claims the right to run turns on this thread. Call it under the gate, when <see cref="IsQuiet"/>.</summary>
    protected void Claim() => _executing = true;

    /// <summary>Runs a task here and now; the caller has claimed the right to.</summary>
    protected void RunInline(Task turn)
    {
        var previous = Enter();
        turn.RunSynchronously(this);
        RuntimeContext.Current = previous;
    }

    /// <summary>Gives the claim up, or hands it to the pool when turns have come meanwhile. Call it under the gate.</summary>
    protected void Release()
    {
        if (_turns is { Count: > 0 })
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        }
        else
        {
            _executing = false;
        }
    }

    /// <summary>Forgets the memory of a queue that is empty.</summary>
    protected void Trim()
    {
        if (_turns is { Count: 0 })
        {
            _turns = null;
        }
    }

    /// <summary>Called after a queued request has run its first turn.</summary>
    protected abstract void AfterFirstTurn(Request request);

    protected sealed override void QueueTask(Task task)
    {
        lock (Gate)
        {
            (_turns ??= new Queue<Task>()).Enqueue(task);
            if (_executing)
            {
                return;
            }

            _executing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
    {
        if (taskWasPreviouslyQueued || !ReferenceEquals(RuntimeContext.Current, this))
        {
            return false;
        }

        Announce(task);
        return TryExecuteTask(task);
    }

    protected sealed override IEnumerable<Task> GetScheduledTasks()
    {
        lock (Gate)
        {
            return _turns?.ToArray() ?? [];
        }
    }

    private static void Announce(Task task)
    {
        if (task is Request request)
        {
            Request.Announce(request);
        }
    }

    private Activation? Enter()
    {
        var previous = RuntimeContext.Current;
        RuntimeContext.Current = (Activation)this;
        return previous;
    }

    private void RunTurn(Task turn)
    {
        Announce(turn);
        TryExecuteTask(turn);
        if (turn is Request request)
        {
            AfterFirstTurn(request);
        }
    }

    private bool TryTake(out Task turn)
    {
        lock (Gate)
        {
            if (_turns!.TryDequeue(out turn!))
            {
                return true;
            }

            _executing = false;
            return false;
        }
    }
}
