namespace Actors.Plumbing.Storage.Outbox;

internal sealed partial class OutboxService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox rests because the store is away")]
    private static partial void StoreAway(ILogger logger, Exception exception);
}
