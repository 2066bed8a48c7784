namespace Actors.Plumbing.Storage.Outbox;

/// <summary>Runs the dispatcher: at once when this process has stored a message, else when the next one is due.</summary>
internal sealed partial class OutboxService(
    RowStore store, OutboxRows rows, OutboxDispatcher dispatcher, TimeProvider time, ILogger<OutboxService> logger) : BackgroundService
{
    /// <summary>The longest sleep: messages of other silos, and a store that was away, are seen after this time.</summary>
    public static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <summary>How long the id of a done message is remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private readonly SemaphoreSlim _stored = new(0, 1);

    public override void Dispose()
    {
        _stored.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (dispatcher.Topics.Length == 0)
        {
            return;
        }

        store.MessagesStored += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            await SleepAsync(await RoundAsync(stoppingToken).ConfigureAwait(false), stoppingToken).ConfigureAwait(false);
        }
    }

    /// <returns>How long nothing will be due.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken ct)
    {
        try
        {
            while (await dispatcher.RunOnceAsync(ct).ConfigureAwait(false) > 0)
            {
            }

            await rows.ForgetAsync(time.GetUtcNow() - Memory, ct).ConfigureAwait(false);
            var next = await rows.NextDueAsync(dispatcher.Topics, ct).ConfigureAwait(false);
            var sleep = (next ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
            return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < LongestSleep ? sleep : LongestSleep;
        }
        catch (StoreUnavailableException exception)
        {
            StoreAway(logger, exception);
            return LongestSleep;
        }
    }

    private async Task SleepAsync(TimeSpan sleep, CancellationToken ct)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var stored = _stored.WaitAsync(wake.Token);
        await Task.WhenAny(stored, Task.Delay(sleep, time, wake.Token)).ConfigureAwait(false);
        await wake.CancelAsync().ConfigureAwait(false);
    }

    private void Wake()
    {
        try
        {
            _stored.Release();
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
}
