using Actors.Catalog.Provider.Sync;

namespace Actors.Catalog.Provider.Topic;

/// <summary>The position of a record.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition. Records of one key share a partition, unless the number of partitions was changed.</param>
/// <param name="Offset">The offset in the partition.</param>
[GenerateSerializer, Immutable, Alias("catalog.TopicPosition")]
internal sealed record TopicPosition([property: Id(0)] string Topic, [property: Id(1)] int Partition, [property: Id(2)] long Offset)
{
    /// <summary>Whether the offsets of the two are comparable.</summary>
    public bool IsComparableWith(TopicPosition other) => Topic == other.Topic && Partition == other.Partition;

    /// <summary>Whether this position is the other one or after it.</summary>
    public bool IsAtOrAfter(TopicPosition other) => IsComparableWith(other) && Offset >= other.Offset;
}

/// <summary>The change of one event in a record.</summary>
/// <param name="Position">The position of the record.</param>
/// <param name="Event">The event; null if it was deleted.</param>
[GenerateSerializer, Immutable, Alias("catalog.TopicChange")]
internal sealed record TopicChange([property: Id(0)] TopicPosition Position, [property: Id(1)] ProviderEvent? Event);
