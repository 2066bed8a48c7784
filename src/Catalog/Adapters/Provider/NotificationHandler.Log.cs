using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Provider;

internal sealed partial class NotificationHandler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The notification service refuses notification {Id} with {Status}; it is dropped")]
    private static partial void LogRefused(ILogger logger, Guid id, int status);
}
