using Actors.Grains.Calls;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>The hourly pass over one shard of the events. Key: the shard's number, 0 to <see cref="EventRow.Shards"/> − 1.</summary>
[Alias("catalog.IRolloverGrain")]
internal interface IRolloverGrain : IGrainWithIntegerKey
{
    /// <summary>Ensures that the hourly reminder exists, and runs a pass now if the last one was over an hour ago.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}
