namespace Actors.Persistence.Outbox;

internal sealed partial class OutboxService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleting old delivered messages failed; next attempt in one hour")]
    private static partial void NotDeleted(ILogger logger, Exception exception);
}
