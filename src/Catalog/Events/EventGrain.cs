using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Posters;
using Actors.Grains.Calls;
using Actors.Grains.Storage;
using Actors.Persistence.Ids;

namespace Actors.Catalog.Events;

/// <summary>Owns one event, and alone decides whether its uuid is new.</summary>
internal sealed class EventGrain(
    [PersistentState("event", EventRow.Storage)] IPersistentState<EventState> state,
    IIdSequence ids,
    TimeProvider timeProvider) : Grain, IEventGrain
{
    private int _runningCreations;

    public Task<EventState?> Get()
    {
        if (state.RecordExists) return Task.FromResult<EventState?>(state.State);
        if (_runningCreations == 0) DeactivateEmpty();
        return Task.FromResult<EventState?>(null);
    }

    public async Task<CreateOutcome> Create(EventInput scraped)
    {
        _runningCreations++;
        try
        {
            return await Decide(scraped);
        }
        finally
        {
            _runningCreations--;
        }
    }

    private async Task<CreateOutcome> Decide(EventInput scraped)
    {
        var type = EventTypes.Normalise(scraped.EventType);
        CreateOutcome Outcome(CreateResult result, string? detail = null)
        {
            if (!state.RecordExists) DeactivateEmpty();
            return new CreateOutcome(scraped.Uuid, type, result, detail);
        }

        if (!EventTypes.IsSupported(type)) return Outcome(CreateResult.UnsupportedType);
        if (state.RecordExists) return Outcome(WasCreatedBy(scraped) ? CreateResult.Created : CreateResult.AlreadyExists);
        if (string.IsNullOrWhiteSpace(scraped.ImageUrl)) return Outcome(CreateResult.NoImageUrl);

        var poster = await GrainFactory.GetPosterSource(scraped.ImageUrl).Obtain(new PosterRequest(scraped.ImageUrl));
        if (poster.Name is null || poster.Url is null) return Outcome(CreateResult.ImageDownloadFailed, poster.Failure);

        var id = await ids.NextAsync(EventRow.Storage);
        await Keep(EventState.Create(id, scraped, poster.Name, poster.Url, timeProvider.GetUtcNow()));
        return Outcome(CreateResult.Created);
    }

    // A repeated call finds the event that its first attempt created, if the answer was lost with a silo.
    private bool WasCreatedBy(EventInput scraped) =>
        CallAge.Current > TimeSpan.Zero && timeProvider.GetUtcNow() - state.State.CreatedAt <= CallAge.Current && state.State.IsOf(scraped);

    public async Task RollOver(DateTimeOffset now)
    {
        if (!state.RecordExists) return;
        var rolled = state.State.RolledOver(now, timeProvider.GetUtcNow());
        if (!ReferenceEquals(rolled, state.State)) await Keep(rolled);
    }

    public async Task MarkTwins(TwinMark? mark)
    {
        if (!state.RecordExists) DeactivateEmpty();
        else if (state.State.Twins != mark) await Keep(state.State with { Twins = mark, ChangedAt = timeProvider.GetUtcNow() });
    }

    private Task Keep(EventState next) => state.SaveAsync(next, this);

    /// <summary>Calls for events that do not exist leave no activation behind, so random uuids cost no memory.</summary>
    private void DeactivateEmpty() => DeactivateOnIdle();
}
