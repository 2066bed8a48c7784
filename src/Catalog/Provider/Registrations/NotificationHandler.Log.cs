using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Registrations;

internal sealed partial class NotificationHandler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The notification service refuses notification {Id} with {Status}; it is dropped")]
    private static partial void LogRefused(ILogger logger, Guid id, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id} found no service for {Days} days; it is dropped")]
    private static partial void LogGivenUp(ILogger logger, Guid id, double days);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} cannot become a letter; it is dropped")]
    private static partial void LogNoAddress(ILogger logger, Guid id);
}
