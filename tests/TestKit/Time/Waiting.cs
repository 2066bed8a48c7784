namespace Actors.TestKit;

/// <summary>Uses real time, only to end tests that would hang.</summary>
public static class Waiting
{
    /// <summary>Longer than any wait of a passing test on a loaded machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Awaits <paramref name="task"/>; on timeout it throws with the name of the awaited event.</summary>
    public static async Task Within(this Task task, string what, TimeSpan? patience = null)
    {
        try
        {
            await task.WaitAsync(patience ?? Patience, TimeProvider.System);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Timed out after {patience ?? Patience} waiting for {what}.");
        }
    }

    /// <inheritdoc cref="Within(Task, string, TimeSpan?)"/>
    public static async Task<T> Within<T>(this Task<T> task, string what, TimeSpan? patience = null)
    {
        await Within((Task)task, what, patience);
        return await task;
    }

    /// <summary>Polls until <paramref name="holds"/>; for other processes, which give no signal to await.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> holds, TimeSpan? patience = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > (patience ?? Patience))
                throw new TimeoutException($"Timed out after {patience ?? Patience} waiting for {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
    }
}
