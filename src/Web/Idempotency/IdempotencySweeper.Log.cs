namespace Actors.Web.Idempotency;

internal sealed partial class IdempotencySweeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleting expired idempotency responses failed; next attempt in one hour")]
    private static partial void LogNotSwept(ILogger logger, Exception failure);
}
