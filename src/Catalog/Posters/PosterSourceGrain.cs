using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Posters.Stores;
using Actors.Grains.Storage;

namespace Actors.Catalog.Posters;

/// <summary>Calls interleave so that they can join the current fetch; only that fetch changes the state.</summary>
[CollectionAgeLimit(Minutes = PosterTimes.IdleMinutes)]
internal sealed class PosterSourceGrain(
    [PersistentState("source", PosterStorage.Sources)] IPersistentState<PosterSourceState> source,
    PictureFetch fetch, IPosterStore store, PosterMetrics metrics, TimeProvider timeProvider) : Grain, IPosterSourceGrain
{
    private Task<PosterOutcome>? _current;
    private PosterOutcome? _failure;
    private long _failedAt;

    private DateTimeOffset Now => timeProvider.GetUtcNow();

    public Task<PosterOutcome> Obtain(PosterRequest request)
    {
        if (_current is not { IsCompleted: false })
            _current = ObtainCore(request);
        return _current;
    }

    private async Task<PosterOutcome> ObtainCore(PosterRequest request)
    {
        if (IsFresh && await GetLastPoster() is { } known)
            return known;
        if (_failure is not null && timeProvider.GetElapsedTime(_failedAt) < PosterTimes.FailureMemory)
            return _failure;
        var outcome = PosterUrl.Parse(request.ImageUrl) is { } address
            ? await FetchAndConvert(address)
            : Refuse("bad_url", "image address is not an http or https address");
        return outcome.Name is null ? await GetLastPoster() ?? CacheFailure(outcome) : outcome;
    }

    private bool IsFresh => Now - source.State.FetchedAt < PosterTimes.Refetch;

    /// <summary>The poster of the last fetch, unless the sweep removed it. An old poster is better than none.</summary>
    private async Task<PosterOutcome?> GetLastPoster()
    {
        if (source.State.Poster is not { } name || !await GrainFactory.GetPoster(name).Lease())
            return null;
        metrics.Reused();
        return Outcome(name);
    }

    private async Task<PosterOutcome> FetchAndConvert(Uri address)
    {
        var picture = await fetch.FetchAsync(address);
        if (picture.Failure is { } failure)
            return Refuse(picture.Label!, failure);
        var made = await GrainFactory.GetPosterImage(picture.Bytes.AsSpan()).Convert(new PictureBytes(picture.Bytes));
        if (made.Name is not { } name)
            return PosterOutcome.Failed(ImageRefusalText.Of(made.Refusal));
        await Save(address, name);
        return Outcome(name);
    }

    private Task Save(Uri address, string name)
    {
        _failure = null;
        return source.SaveAsync(new PosterSourceState { Url = address.AbsoluteUri, Poster = name, FetchedAt = Now }, this);
    }

    private PosterOutcome CacheFailure(PosterOutcome failure)
    {
        (_failure, _failedAt) = (failure, timeProvider.GetTimestamp());
        return failure;
    }

    private PosterOutcome Refuse(string label, string text)
    {
        metrics.Refused(label);
        return PosterOutcome.Failed(text);
    }

    private PosterOutcome Outcome(string name) => new(store.UrlOf(name), name, null);
}
