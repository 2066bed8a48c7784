namespace Actors.Payments.Orders;

public static partial class NotificationEndpoints
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification from {Provider} refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string provider, int status, string reason);
}
