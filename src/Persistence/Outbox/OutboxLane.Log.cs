namespace Actors.Persistence.Outbox;

internal sealed partial class OutboxLane
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of topic {Topic} is paused because the database is unavailable")]
    private static partial void StoreUnavailable(ILogger logger, Exception exception, string topic);
}
