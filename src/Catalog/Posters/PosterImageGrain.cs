using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Posters.Stores;
using Actors.Grains.Storage;

namespace Actors.Catalog.Posters;

/// <summary>Not reentrant: a second caller with the same bytes waits and then finds the poster.</summary>
[CollectionAgeLimit(Minutes = PosterTimes.IdleMinutes)]
internal sealed class PosterImageGrain(
    [PersistentState("image", PosterStorage.Images)] IPersistentState<PosterImageState> image,
    PosterMetrics metrics) : Grain, IPosterImageGrain
{
    public async Task<MadePoster> Convert(PictureBytes picture)
    {
        if (image.State.Poster is { } known && await GrainFactory.GetPoster(known).Lease())
        {
            metrics.Reused();
            return new MadePoster(known, ImageRefusal.None);
        }

        var encoded = await GrainFactory.GetPosterWorker().Convert(picture);
        if (encoded.Refusal != ImageRefusal.None)
        {
            DeactivateOnIdle();
            return new MadePoster(null, encoded.Refusal);
        }

        var name = PosterName.Of(encoded.WebP.AsSpan());
        await GrainFactory.GetPoster(name).Store(new PosterFile(encoded.WebP));
        await Save(name);
        return new MadePoster(name, ImageRefusal.None);
    }

    private Task Save(string name) =>
        image.State.Poster == name ? Task.CompletedTask : image.SaveAsync(new PosterImageState { Poster = name }, this);
}
