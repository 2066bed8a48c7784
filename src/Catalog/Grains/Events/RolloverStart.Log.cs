using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Events;

internal sealed partial class RolloverStart
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The hourly pass of shard {Shard} could not be started yet")]
    private partial void LogNotStarted(Exception exception, int shard);
}
