using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Grains.Calls;

namespace Actors.Catalog.Provider;

/// <summary>An event of the provider. Key: its id.</summary>
[Alias("catalog.IProviderEventGrain")]
internal interface IProviderEventGrain : IGrainWithGuidKey
{
    /// <summary>Stores the event from a page of the provider, unless the stored one is newer. Completes when it is durable.</summary>
    [Alias("Offer"), Repeatable(Repeat.Always)]
    Task<OfferResult> Offer(ProviderEvent offered);

    /// <summary>Stores the change of a topic record. Completes when it is durable. Idempotent.</summary>
    [Alias("Take"), Repeatable(Repeat.Always)]
    Task<OfferResult> Take(TopicChange change);

    /// <summary>Deletes the event if it started before a moment, or its tombstone if that has expired.</summary>
    [Alias("Expire"), Repeatable(Repeat.Always)]
    Task<bool> Expire(DateTimeOffset begunBefore);
}

/// <summary>The result of storing a provider's event.</summary>
internal enum OfferResult
{
    Created,
    Updated,
    Unchanged,

    /// <summary>The topic deleted the event.</summary>
    Deleted,

    /// <summary>The event is too old to be stored.</summary>
    Outdated,
}
