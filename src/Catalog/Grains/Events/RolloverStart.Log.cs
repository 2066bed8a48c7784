using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Events;

internal sealed partial class RolloverStart
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The hourly pass of shard {Shard} could not be started yet")]
    private partial void LogNotStarted(Exception exception, int shard);

    [LoggerMessage(Level = LogLevel.Error, Message = "The hourly pass of shard {Shard} does not run, so its events are not moved on; next attempt in {Pause}")]
    private partial void LogBroken(Exception exception, int shard, TimeSpan pause);
}
