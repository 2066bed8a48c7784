namespace Actors.Persistence.Outbox;

/// <summary>
/// Keeps the messages of one topic going: at once when this process has stored a message, else when the next one is due. A slot that
/// frees up is filled without waiting for the others, and what is slow here holds up no other topic.
/// </summary>
internal sealed partial class OutboxLane(string topic, OutboxRows rows, OutboxDispatcher dispatcher, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    /// <summary>Messages of the topic that are under way at a time.</summary>
    public const int Slots = 16;

    /// <summary>The longest sleep: messages of other silos, and a store that was away, are seen after this time.</summary>
    public static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly List<Task> _running = [];

    /// <summary>Runs until it is cancelled; then what is under way has ended as well.</summary>
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

    /// <summary>There may be something to do.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already, or will be.
        }
        catch (ObjectDisposedException)
        {
            // The program is stopping: the message is handed over after the next start.
        }
    }

    public void Dispose() => _wake.Dispose();

    /// <returns>How long nothing will be due, or no slot be free, unless it is woken.</returns>
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
            StoreAway(logger, exception, topic);
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
            // What came of the attempt is not noted: the message comes back when its claim is over.
            StoreAway(logger, exception, topic);
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
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = _wake.WaitAsync(awake.Token);
        await Task.WhenAny(woken, Task.Delay(sleep, timeProvider, awake.Token)).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
    }
}
