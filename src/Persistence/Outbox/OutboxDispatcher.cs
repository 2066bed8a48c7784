namespace Actors.Persistence.Outbox;

/// <summary>Hands due messages to the handlers of their topics, at least once each: a message is claimed for the time of one
/// attempt, and comes back when the process dies or the attempt fails.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxRows rows, IEnumerable<IOutboxHandler> handlers, Backoff backoff, TimeProvider timeProvider, ILogger<OutboxDispatcher> logger)
{
    /// <summary>The time for one attempt. The claim lasts longer, so that two attempts never overlap.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(60);

    /// <summary>How long a claim lasts.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, IOutboxHandler> _handlers = handlers.ToDictionary(handler => handler.Topic);

    public string[] Topics => [.. _handlers.Keys];

    /// <summary>Begins to hand over due messages of a topic.</summary>
    /// <returns>One task a message, which ends when what came of the attempt is noted.</returns>
    public async Task<IReadOnlyList<Task>> StartAsync(string topic, int most, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var due = await rows.ClaimAsync(topic, most, now, now + ClaimTime, cancellationToken).ConfigureAwait(false);
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
        using var limit = new CancellationTokenSource(AttemptTime, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _handlers[due.Topic].HandleAsync(due.ToMessage(), either.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // whatever a handler throws, the message must come back
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
