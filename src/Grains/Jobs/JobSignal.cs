namespace Actors.Grains.Jobs;

/// <summary>Wakes calls that wait for a step of a job. It belongs to one activation, so it needs no lock.</summary>
public sealed class JobSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>The number of steps since the activation began.</summary>
    public long Step { get; private set; }

    /// <summary>Ends all waits. With a <paramref name="failure"/>, the waiting calls throw it.</summary>
    public void Raise(Exception? failure = null)
    {
        Step++;
        var raised = _next;
        _next = New();
        if (failure is null) raised.TrySetResult();
        else raised.TrySetException(failure);
    }

    /// <summary>Waits for the next step, at most as long as <paramref name="wait"/>.</summary>
    public async Task WaitAsync(TimeSpan wait, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var next = _next.Task;
        await Task.WhenAny(next, Task.Delay(wait, timeProvider, cancellationToken));
        if (next.IsFaulted) await next;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
