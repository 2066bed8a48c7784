using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Posters;
using Actors.Grains.Calls;
using Actors.Grains.Storage;
using Actors.Persistence.Ids;

namespace Actors.Catalog.Events;

/// <summary>Keeps one event: the only place that decides whether a uuid is new.</summary>
internal sealed class EventGrain(
    [PersistentState("event", EventRow.Storage)] IPersistentState<EventState> state,
    IIdSequence ids,
    EventChanges changes,
    TimeProvider timeProvider) : Grain, IEventGrain
{
    private int _creations;

    public Task<EventState?> Get()
    {
        if (state.RecordExists) return Task.FromResult<EventState?>(state.State);
        if (_creations == 0) Forget();
        return Task.FromResult<EventState?>(null);
    }

    public async Task<CreateOutcome> Create(EventInput scraped)
    {
        _creations++;
        try
        {
            return await Decide(scraped);
        }
        finally
        {
            _creations--;
        }
    }

    private async Task<CreateOutcome> Decide(EventInput scraped)
    {
        var type = EventTypes.Normalise(scraped.EventType);
        CreateOutcome Outcome(CreateResult result, string? detail = null)
        {
            if (!state.RecordExists) Forget();
            return new CreateOutcome(scraped.Uuid, type, result, detail);
        }

        if (!EventTypes.IsSupported(type)) return Outcome(CreateResult.UnsupportedType);
        if (state.RecordExists) return Outcome(WasMadeBy(scraped) ? CreateResult.Created : CreateResult.AlreadyExists);
        if (string.IsNullOrWhiteSpace(scraped.ImageUrl)) return Outcome(CreateResult.NoImageUrl);

        var poster = await GrainFactory.GetPosterSource(scraped.ImageUrl).Obtain(new PosterRequest(scraped.ImageUrl));
        if (poster.Name is null || poster.Url is null) return Outcome(CreateResult.ImageDownloadFailed, poster.Failure);

        var id = await ids.NextAsync(EventRow.Storage);
        await Keep(EventState.Create(id, scraped, poster.Name, poster.Url, timeProvider.GetUtcNow()));
        return Outcome(CreateResult.Created);
    }

    // A call that is sent again finds what it made itself, when its answer was lost with a silo.
    private bool WasMadeBy(EventInput scraped) =>
        CallAge.Current > TimeSpan.Zero && timeProvider.GetUtcNow() - state.State.CreatedAt <= CallAge.Current && state.State.IsOf(scraped);

    public async Task RollOver(DateTimeOffset now)
    {
        if (!state.RecordExists) return;
        var rolled = state.State.RolledOver(now, timeProvider.GetUtcNow());
        if (!ReferenceEquals(rolled, state.State)) await Keep(rolled);
    }

    public async Task MarkTwins(TwinMark? mark)
    {
        if (!state.RecordExists) Forget();
        else if (state.State.Twins != mark) await Keep(state.State with { Twins = mark, ChangedAt = timeProvider.GetUtcNow() });
    }

    private async Task Keep(EventState next)
    {
        try
        {
            await state.SaveAsync(next, this);
        }
        finally
        {
            changes.Note();
        }
    }

    /// <summary>Asking for what does not exist must not leave memory behind: a million random uuids cost nothing.</summary>
    private void Forget() => DeactivateOnIdle();
}
