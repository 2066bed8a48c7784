namespace Actors.Web.Idempotency;

internal sealed partial class IdempotencySweeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired answers could not be removed; the next try is in an hour.")]
    private static partial void LogNotSwept(ILogger logger, Exception failure);
}
