namespace Actors.Persistence.Outbox;

internal sealed partial class OutboxService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages that were done long ago could not be forgotten; the next try is in an hour")]
    private static partial void NotForgotten(ILogger logger, Exception exception);
}
