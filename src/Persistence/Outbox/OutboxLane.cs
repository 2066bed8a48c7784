namespace Actors.Persistence.Outbox;

/// <summary>
/// Delivers the messages of one topic: at once when this process stores a message, otherwise when the next one is due. Each free slot is filled
/// independently, and a slow topic does not delay other topics.
/// </summary>
internal sealed partial class OutboxLane(string topic, OutboxRows rows, OutboxDispatcher dispatcher, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    /// <summary>Maximum number of concurrent attempts of the topic.</summary>
    public const int Slots = 16;

    /// <summary>The longest sleep: messages of other silos and a recovered database are noticed after this time.</summary>
    public static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly List<Task> _running = [];

    /// <summary>Runs until cancelled, and returns after all attempts have ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await SleepAsync(await FillAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(_running).ConfigureAwait(false);
        }
    }

    /// <summary>Wakes the lane to look for due messages.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is already signalled.
        }
        catch (ObjectDisposedException)
        {
            // The program is stopping: the message is delivered after the next start.
        }
    }

    public void Dispose() => _wake.Dispose();

    /// <returns>How long to sleep unless woken.</returns>
    private async Task<TimeSpan> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await FreeSlotsAsync().ConfigureAwait(false) is > 0 and var free)
            {
                var started = await dispatcher.StartAsync(topic, free, cancellationToken).ConfigureAwait(false);
                if (started.Count == 0) return await UntilNextAsync(cancellationToken).ConfigureAwait(false);
                _running.AddRange(started.Select(WatchAsync));
            }
        }
        catch (StoreUnavailableException exception)
        {
            StoreUnavailable(logger, exception, topic);
        }

        return LongestSleep;
    }

    private async Task<int> FreeSlotsAsync()
    {
        foreach (var ended in _running.FindAll(task => task.IsCompleted))
        {
            _running.Remove(ended);
            await ended.ConfigureAwait(false);
        }

        return Slots - _running.Count;
    }

    private async Task WatchAsync(Task attempt)
    {
        try
        {
            await attempt.ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            // The result was not stored: the message becomes due again when its claim expires.
            StoreUnavailable(logger, exception, topic);
        }
        finally
        {
            Wake();
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var next = await rows.NextDueAsync(topic, cancellationToken).ConfigureAwait(false);
        var sleep = (next ?? DateTimeOffset.MaxValue) - timeProvider.GetUtcNow();
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < LongestSleep ? sleep : LongestSleep;
    }

    private async Task SleepAsync(TimeSpan sleep, CancellationToken cancellationToken)
    {
        using var sleeping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = _wake.WaitAsync(sleeping.Token);
        await Task.WhenAny(woken, Task.Delay(sleep, timeProvider, sleeping.Token)).ConfigureAwait(false);
        await sleeping.CancelAsync().ConfigureAwait(false);
    }
}
