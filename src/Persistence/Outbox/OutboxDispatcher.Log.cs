namespace Actors.Persistence.Outbox;

internal sealed partial class OutboxDispatcher
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message of topic {Topic} failed at attempt {Attempt} and will be retried")]
    private static partial void AttemptFailed(ILogger logger, Exception exception, string topic, long attempt);
}
