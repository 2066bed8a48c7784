namespace Actors.Persistence.Outbox;

/// <summary>Handles the messages of one topic. Delivery is at least once, so the effect must be idempotent by the message's id.</summary>
public interface IOutboxHandler
{
    /// <summary>The topic of its messages.</summary>
    string Topic { get; }

    /// <summary>Handles one message. After an exception it is retried later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancelled when the attempt times out or the program stops.</param>
    Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);
}
