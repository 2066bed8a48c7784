namespace Actors.Payments.Orders;

public static partial class NotificationEndpoints
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A notification of {Provider} was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string provider, int status, string reason);
}
