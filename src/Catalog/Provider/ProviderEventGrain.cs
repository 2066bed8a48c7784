using Actors.Catalog.Provider.Sync;
using Actors.Grains.Storage;


namespace Actors.Catalog.Provider;

/// <summary>Keeps one event of the provider.</summary>
internal sealed class ProviderEventGrain(
    [PersistentState("event", ProviderRows.Storage)] IPersistentState<ProviderEventState> state, TimeProvider timeProvider) : Grain, IProviderEventGrain
{
    public async Task<OfferResult> Offer(ProviderEvent offered)
    {
        var kept = state.RecordExists ? state.State.Event : null;
        if (kept == offered || kept?.ChangedAt > offered.ChangedAt) return OfferResult.Unchanged;
        await Keep(new() { Event = offered, CreatedAt = kept is null ? timeProvider.GetUtcNow() : state.State.CreatedAt });
        return kept is null ? OfferResult.Created : OfferResult.Updated;
    }

    public async Task<bool> Expire(DateTimeOffset begunBefore)
    {
        DeactivateOnIdle();
        if (!state.RecordExists || state.State.Event!.EventTime >= begunBefore) return false;
        await state.ClearStateAsync();
        return true;
    }

    private Task Keep(ProviderEventState next) => state.KeepAsync(next, this);
}
