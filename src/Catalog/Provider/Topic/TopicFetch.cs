using System.Collections.Immutable;

namespace Actors.Catalog.Provider.Topic;

/// <summary>A record as it stands in the topic.</summary>
/// <param name="Position">Where.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; null: the event is deleted.</param>
internal sealed record TopicRecord(TopicPosition Position, byte[]? Key, byte[]? Value);

/// <summary>What one look at the topic gave.</summary>
/// <param name="Records">The records, those of a partition in their order.</param>
/// <param name="State">How the topic can be reached.</param>
/// <param name="Partitions">How many partitions are ours.</param>
/// <param name="Lag">Records of our partitions that are not stored yet, these included.</param>
internal sealed record TopicFetch(ImmutableArray<TopicRecord> Records, TopicState State, int Partitions, long Lag);

/// <summary>How the topic can be reached.</summary>
internal enum TopicState
{
    /// <summary>It is there.</summary>
    There,

    /// <summary>The brokers answer, and know no such topic.</summary>
    NoTopic,

    /// <summary>No broker answers, or none lets us read.</summary>
    NoBroker,
}
