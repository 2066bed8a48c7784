namespace Actors.Catalog.Provider.Sync;

/// <summary>Wakes whoever watches a run. Used by one grain, one call at a time.</summary>
internal sealed class SyncSignal
{
    private TaskCompletionSource _changed = New();

    /// <summary>How often something happened since the grain came up.</summary>
    public long Step { get; private set; }

    /// <summary>Something happened.</summary>
    public void Raise()
    {
        Step++;
        var told = _changed;
        _changed = New();
        told.TrySetResult();
    }

    /// <summary>Waits until something happens, or for a while.</summary>
    public async Task WaitAsync(TimeSpan wait, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        await Task.WhenAny(_changed.Task, Task.Delay(wait, timeProvider, cancellationToken));

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
