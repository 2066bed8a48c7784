using System.Collections.Immutable;

namespace Actors.Catalog.Provider.Topic;

/// <summary>A record of the topic.</summary>
/// <param name="Position">The position.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; null if the event was deleted.</param>
internal sealed record TopicRecord(TopicPosition Position, byte[]? Key, byte[]? Value);

/// <summary>The result of one fetch.</summary>
/// <param name="Records">The records, in order within a partition.</param>
/// <param name="State">The state of the topic.</param>
/// <param name="Partitions">The number of assigned partitions.</param>
/// <param name="Lag">Records of the assigned partitions that are not stored yet, including these.</param>
internal sealed record TopicFetch(ImmutableArray<TopicRecord> Records, TopicState State, int Partitions, long Lag);

/// <summary>The state of the topic.</summary>
internal enum TopicState
{
    /// <summary>The topic can be read.</summary>
    Available,

    /// <summary>The brokers respond but do not know the topic.</summary>
    NoTopic,

    /// <summary>No broker responds or grants access.</summary>
    NoBroker,
}
