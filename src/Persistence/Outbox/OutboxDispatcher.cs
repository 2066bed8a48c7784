namespace Actors.Persistence.Outbox;

/// <summary>
/// Delivers due messages to their handlers at least once. A message is claimed for one attempt and becomes due again if the attempt fails or the
/// process dies.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxRows rows, IEnumerable<IOutboxHandler> handlers, Backoff backoff, TimeProvider timeProvider, ILogger<OutboxDispatcher> logger)
{
    /// <summary>The timeout of one attempt. The claim lasts longer, so that two attempts never overlap.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a claim lasts.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, IOutboxHandler> _handlers = handlers.ToDictionary(handler => handler.Topic);

    public string[] Topics => [.. _handlers.Keys];

    /// <summary>Starts attempts for due messages of a topic.</summary>
    /// <returns>One task for each message, which completes when the result of the attempt is stored.</returns>
    public async Task<IReadOnlyList<Task>> StartAsync(string topic, int limit, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var due = await rows.ClaimAsync(topic, limit, now, now + ClaimTime, cancellationToken).ConfigureAwait(false);
        return [.. due.Select(message => HandleAsync(message, cancellationToken))];
    }

    private async Task HandleAsync(DueMessage due, CancellationToken cancellationToken)
    {
        var failure = await AttemptAsync(due, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            await rows.DoneAsync(due.Id, timeProvider.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            return;
        }

        AttemptFailed(logger, failure, due.Topic, due.Attempts);
        var error = $"{failure.GetType().Name}: {failure.Message}";
        var next = timeProvider.GetUtcNow() + backoff.After(due.Attempts);
        await rows.FailedAsync(due.Id, error, next, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Exception?> AttemptAsync(DueMessage due, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _handlers[due.Topic].HandleAsync(due.ToMessage(), either.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // the message must be retried after any exception
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
