using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Grains.Calls;

namespace Actors.Catalog.Provider;

/// <summary>One event of the provider. Key: its id.</summary>
[Alias("catalog.IProviderEventGrain")]
internal interface IProviderEventGrain : IGrainWithGuidKey
{
    /// <summary>Takes the event as the provider describes it now, unless what is kept is newer; returns when it is durable.</summary>
    [Alias("Offer"), Repeatable(Repeat.Always)]
    Task<OfferResult> Offer(ProviderEvent offered);

    /// <summary>Takes what a record of the provider's topic says; returns when it is durable. A record that was taken before has no effect.</summary>
    [Alias("Take"), Repeatable(Repeat.Always)]
    Task<OfferResult> Take(TopicChange change);

    /// <summary>Deletes the event if it began before a moment, or its tombstone if that is old enough.</summary>
    [Alias("Expire"), Repeatable(Repeat.Always)]
    Task<bool> Expire(DateTimeOffset begunBefore);
}

/// <summary>What became of an event that the provider described.</summary>
internal enum OfferResult
{
    Created,
    Updated,
    Unchanged,

    /// <summary>The topic says that there is no such event any more.</summary>
    Deleted,

    /// <summary>It began so long ago that it is not kept.</summary>
    Outdated,
}
