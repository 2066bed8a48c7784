using Actors.Catalog.Provider.Sync;
using Actors.Grains.Calls;


namespace Actors.Catalog.Provider;

/// <summary>One event of the provider. Key: its id.</summary>
[Alias("catalog.IProviderEventGrain")]
internal interface IProviderEventGrain : IGrainWithGuidKey
{
    /// <summary>Takes the event as the provider describes it now, unless what is kept is newer; returns when it is durable.</summary>
    [Alias("Offer"), Repeatable(Repeat.Always)]
    Task<OfferResult> Offer(ProviderEvent offered);

    /// <summary>Deletes the event if it began before a moment.</summary>
    [Alias("Expire"), Repeatable(Repeat.Always)]
    Task<bool> Expire(DateTimeOffset begunBefore);
}

/// <summary>What became of an event that the provider described.</summary>
internal enum OfferResult
{
    Created,
    Updated,
    Unchanged,
}
