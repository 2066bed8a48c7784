namespace Actors.Persistence.Outbox;

/// <summary>Carries out the messages of one topic. A message may come more than once, so the effect must be idempotent by its id.</summary>
public interface IOutboxHandler
{
    /// <summary>The topic of the messages it takes.</summary>
    string Topic { get; }

    /// <summary>Carries out one message. An exception puts it back, to be tried again later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancelled when the time for one attempt is over or the program stops.</param>
    Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);
}
