namespace Actors.Persistence.Outbox;

/// <summary>Runs a lane for every topic that somebody handles, and forgets messages that were done long ago.</summary>
internal sealed partial class OutboxService(
    RowStore store, OutboxRows rows, OutboxDispatcher dispatcher, TimeProvider timeProvider, ILogger<OutboxService> logger) : BackgroundService
{
    /// <summary>How long the id of a done message is remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

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
        List<Task> running = [.. _lanes.Select(lane => lane.RunAsync(together.Token)), ForgetAsync(together.Token)];
        // None ends before the program does, unless by a bug, which must not stay unseen until then.
        await Task.WhenAny(running).ConfigureAwait(false);
        await together.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_betweenSweeps, timeProvider);
        do
        {
            try
            {
                await rows.ForgetAsync(timeProvider.GetUtcNow() - Memory, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException exception)
            {
                NotForgotten(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }
}
