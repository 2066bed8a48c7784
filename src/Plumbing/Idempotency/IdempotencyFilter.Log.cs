namespace Actors.Plumbing.Idempotency;

internal sealed partial class IdempotencyFilter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {RequestId} could not be kept; a repetition will be carried out again.")]
    private static partial void LogNotKept(ILogger logger, Exception failure, string requestId);
}
