using Actors.Grains.Calls;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>The hourly pass over one shard of the events. Key: the shard's number, 0 to <see cref="EventRow.Shards"/> − 1.</summary>
[Alias("catalog.IRolloverGrain")]
internal interface IRolloverGrain : IGrainWithIntegerKey
{
    /// <summary>Makes sure the hourly reminder exists, and catches up when an hour went by without a pass.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}
