using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Grains.Storage;

namespace Actors.Catalog.Provider;

/// <summary>Keeps one event of the provider.</summary>
internal sealed class ProviderEventGrain(
    [PersistentState("event", ProviderRows.Storage)] IPersistentState<ProviderEventState> state, TimeProvider timeProvider) : Grain, IProviderEventGrain
{
    private ProviderEventState? Kept => state.RecordExists ? state.State : null;

    public Task<OfferResult> Offer(ProviderEvent offered) => KeepAsync(ProviderEventOrder.After(Kept, offered, timeProvider.GetUtcNow()));

    public Task<OfferResult> Take(TopicChange change) => KeepAsync(ProviderEventOrder.After(Kept, change, timeProvider.GetUtcNow()));

    public async Task<bool> Expire(DateTimeOffset begunBefore)
    {
        DeactivateOnIdle();
        if (Kept is not { } kept || !kept.IsOver(begunBefore)) return false;
        await state.ClearStateAsync();
        return true;
    }

    private async Task<OfferResult> KeepAsync((ProviderEventState? Next, OfferResult Result) decided)
    {
        if (decided.Next is { } next) await state.SaveAsync(next, this);
        // Requests for this event end at its row: the activation would only use memory.
        if (Kept?.Event is null) DeactivateOnIdle();
        return decided.Result;
    }
}
