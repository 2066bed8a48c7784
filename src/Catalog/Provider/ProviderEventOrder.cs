using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Provider;

/// <summary>
/// Decides which version of an event wins. Pages of the provider and records of its topic may arrive late or twice. The later <c>changed_at</c> wins.
/// A deletion has no <c>changed_at</c>, so it leaves a tombstone that only a later record of its partition removes.
/// </summary>
internal static class ProviderEventOrder
{
    /// <summary>The state after an event on a page, and the result; the state is null if nothing changes.</summary>
    public static (ProviderEventState? Next, OfferResult Result) After(ProviderEventState? stored, ProviderEvent offered, DateTimeOffset now)
    {
        if (stored is null) return (new() { Event = offered, CreatedAt = now }, OfferResult.Created);
        if (stored.Event is not { } known || !IsNewer(known, offered)) return (null, OfferResult.Unchanged);
        return (stored with { Event = offered }, OfferResult.Updated);
    }

    /// <summary>The same for a record of the topic.</summary>
    public static (ProviderEventState? Next, OfferResult Result) After(ProviderEventState? stored, TopicChange change, DateTimeOffset now)
    {
        if (stored?.Position?.IsAtOrAfter(change.Position) == true) return (null, OfferResult.Unchanged);
        if (change.Event is not { } offered) return Deleted(stored, change.Position, now);
        if (stored is null && offered.IsOutdated(now)) return (null, OfferResult.Outdated);
        if (stored?.Event is not { } known) return (new() { Event = offered, CreatedAt = now, Position = change.Position }, OfferResult.Created);
        return IsNewer(known, offered) ? (stored with { Event = offered, Position = change.Position }, OfferResult.Updated) : (null, OfferResult.Unchanged);
    }

    // A second deletion moves the tombstone only if the positions are not comparable.
    private static (ProviderEventState? Next, OfferResult Result) Deleted(ProviderEventState? stored, TopicPosition position, DateTimeOffset now) =>
        stored is { DeletedAt: not null, Position: { } last } && last.IsComparableWith(position)
            ? (null, OfferResult.Unchanged)
            : (new() { CreatedAt = stored?.CreatedAt ?? now, DeletedAt = now, Position = position }, OfferResult.Deleted);

    private static bool IsNewer(ProviderEvent known, ProviderEvent offered) => known != offered && !(known.ChangedAt > offered.ChangedAt);
}
