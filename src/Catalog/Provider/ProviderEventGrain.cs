using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Grains.Storage;

namespace Actors.Catalog.Provider;

/// <summary>Stores one event of the provider.</summary>
internal sealed class ProviderEventGrain(
    [PersistentState("event", ProviderRows.Storage)] IPersistentState<ProviderEventState> state, TimeProvider timeProvider) : Grain, IProviderEventGrain
{
    private ProviderEventState? Stored => state.RecordExists ? state.State : null;

    public Task<OfferResult> Offer(ProviderEvent offered) => SaveAsync(ProviderEventOrder.After(Stored, offered, timeProvider.GetUtcNow()));

    public Task<OfferResult> Take(TopicChange change) => SaveAsync(ProviderEventOrder.After(Stored, change, timeProvider.GetUtcNow()));

    public async Task<bool> Expire(DateTimeOffset begunBefore)
    {
        DeactivateOnIdle();
        if (Stored is not { } stored || !stored.IsOver(begunBefore)) return false;
        await state.ClearStateAsync();
        return true;
    }

    private async Task<OfferResult> SaveAsync((ProviderEventState? Next, OfferResult Result) decided)
    {
        if (decided.Next is { } next) await state.SaveAsync(next, this);
        // Requests read the row, so an activation without an event only uses memory.
        if (Stored?.Event is null) DeactivateOnIdle();
        return decided.Result;
    }
}
