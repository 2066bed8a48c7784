namespace Actors.Persistence.Outbox;

internal sealed partial class OutboxLane
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of topic {Topic} rests because the store is away")]
    private static partial void StoreAway(ILogger logger, Exception exception, string topic);
}
