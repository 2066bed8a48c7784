namespace Actors.Web.Idempotency;

internal sealed partial class IdempotencyFilter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {RequestId} could not be kept; a repetition may be carried out again.")]
    private static partial void LogNotKept(ILogger logger, Exception failure, string requestId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {RequestId} is not kept: its key had gone to another request meanwhile.")]
    private static partial void LogOvertaken(ILogger logger, string requestId);
}
