using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Provider;

/// <summary>
/// Which description of an event wins. Pages of the provider and records of its topic come side by side, each perhaps late or twice:
/// <c>changed_at</c> decides as an instant. A deletion has none, so it stays as a tombstone that only a later record of its partition lifts.
/// </summary>
internal static class ProviderEventOrder
{
    /// <summary>The state after an event on a page, and what that did to it; the state is null when it stays as it is.</summary>
    public static (ProviderEventState? Next, OfferResult Result) After(ProviderEventState? kept, ProviderEvent offered, DateTimeOffset now)
    {
        if (kept is null) return (new() { Event = offered, CreatedAt = now }, OfferResult.Created);
        if (kept.Event is not { } known || !IsNews(known, offered)) return (null, OfferResult.Unchanged);
        return (kept with { Event = offered }, OfferResult.Updated);
    }

    /// <summary>The same for a record of the topic.</summary>
    public static (ProviderEventState? Next, OfferResult Result) After(ProviderEventState? kept, TopicChange change, DateTimeOffset now)
    {
        if (kept?.Position?.IsAtOrAfter(change.Position) == true) return (null, OfferResult.Unchanged);
        if (change.Event is not { } offered) return Deleted(kept, change.Position, now);
        if (kept is null && offered.IsOutdated(now)) return (null, OfferResult.Outdated);
        if (kept?.Event is not { } known) return (new() { Event = offered, CreatedAt = now, Position = change.Position }, OfferResult.Created);
        return IsNews(known, offered) ? (kept with { Event = offered, Position = change.Position }, OfferResult.Updated) : (null, OfferResult.Unchanged);
    }

    // A second deletion moves the tombstone only where the two places cannot be compared.
    private static (ProviderEventState? Next, OfferResult Result) Deleted(ProviderEventState? kept, TopicPosition position, DateTimeOffset now) =>
        kept is { DeletedAt: not null, Position: { } last } && last.IsComparableWith(position)
            ? (null, OfferResult.Unchanged)
            : (new() { CreatedAt = kept?.CreatedAt ?? now, DeletedAt = now, Position = position }, OfferResult.Deleted);

    private static bool IsNews(ProviderEvent known, ProviderEvent offered) => known != offered && !(known.ChangedAt > offered.ChangedAt);
}
