using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Registrations;

internal sealed partial class NotificationHandler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The notification service refused notification {Id} with status {Status}; dropping it")]
    private static partial void LogRefused(ILogger logger, Guid id, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id} could not be delivered for {Days} days; dropping it")]
    private static partial void LogGivenUp(ILogger logger, Guid id, double days);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} cannot be sent by mail; dropping it")]
    private static partial void LogNoAddress(ILogger logger, Guid id);
}
