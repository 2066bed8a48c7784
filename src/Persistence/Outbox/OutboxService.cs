namespace Actors.Persistence.Outbox;

/// <summary>Runs a lane for every topic with a handler, and deletes old delivered messages.</summary>
internal sealed partial class OutboxService(
    RowStore store, OutboxRows rows, OutboxDispatcher dispatcher, TimeProvider timeProvider, ILogger<OutboxService> logger) : BackgroundService
{
    /// <summary>How long the id of a delivered message is kept for deduplication.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private static readonly TimeSpan s_betweenSweeps = TimeSpan.FromHours(1);

    private readonly List<OutboxLane> _lanes = [.. dispatcher.Topics.Select(topic => new OutboxLane(topic, rows, dispatcher, timeProvider, logger))];

    public override void Dispose()
    {
        _lanes.ForEach(lane => lane.Dispose());
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_lanes.Count == 0)
        {
            return;
        }

        store.MessagesStored += () => _lanes.ForEach(lane => lane.Wake());
        using var together = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        List<Task> running = [.. _lanes.Select(lane => lane.RunAsync(together.Token)), DeleteDoneAsync(together.Token)];
        // No task ends before the program unless it fails; then stop all of them, so that the failure is reported at once.
        await Task.WhenAny(running).ConfigureAwait(false);
        await together.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private async Task DeleteDoneAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_betweenSweeps, timeProvider);
        do
        {
            try
            {
                await rows.DeleteDoneAsync(timeProvider.GetUtcNow() - Retention, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException exception)
            {
                NotDeleted(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }
}
