namespace Actors.Web.Idempotency;

internal sealed partial class IdempotencyFilter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The response to request {RequestId} could not be stored; a retry may be executed again")]
    private static partial void LogNotStored(ILogger logger, Exception failure, string requestId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The response to request {RequestId} is not stored: another request has taken its key")]
    private static partial void LogOvertaken(ILogger logger, string requestId);
}
