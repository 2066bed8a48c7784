using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Events.Rollovers;

internal sealed partial class RolloverGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Rolled over {Changed} events of shard {Shard}")]
    private partial void LogPass(long shard, int changed);
}
