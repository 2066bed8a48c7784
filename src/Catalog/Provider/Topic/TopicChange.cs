using Actors.Catalog.Provider.Sync;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Where a record stands.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition: records of one key are in one partition, unless the number of partitions was changed.</param>
/// <param name="Offset">The place in the partition.</param>
[GenerateSerializer, Immutable, Alias("catalog.TopicPosition")]
internal sealed record TopicPosition([property: Id(0)] string Topic, [property: Id(1)] int Partition, [property: Id(2)] long Offset)
{
    /// <summary>True when offsets tell which of the two came first.</summary>
    public bool IsComparableWith(TopicPosition other) => Topic == other.Topic && Partition == other.Partition;

    /// <summary>True when the other is this one, or came before it.</summary>
    public bool IsAtOrAfter(TopicPosition other) => IsComparableWith(other) && Offset >= other.Offset;
}

/// <summary>What a record says about one event.</summary>
/// <param name="Position">Where the record stands.</param>
/// <param name="Event">The event; null: it is deleted.</param>
[GenerateSerializer, Immutable, Alias("catalog.TopicChange")]
internal sealed record TopicChange([property: Id(0)] TopicPosition Position, [property: Id(1)] ProviderEvent? Event);
