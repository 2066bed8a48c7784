using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;

namespace Actors.Catalog.Posters;

/// <summary>Gets the grains of posters by their keys.</summary>
internal static class PosterKeys
{
    private const int SingleKey = 0;

    /// <summary>The hash of the normalised address.</summary>
    public static string SourceOf(string imageUrl) => PosterUrl.Key(imageUrl);

    public static IPosterSourceGrain GetPosterSource(this IGrainFactory grains, string imageUrl)
        => grains.GetGrain<IPosterSourceGrain>(SourceOf(imageUrl));

    public static IPosterImageGrain GetPosterImage(this IGrainFactory grains, ReadOnlySpan<byte> bytes)
        => grains.GetGrain<IPosterImageGrain>(PosterName.Hash(bytes));

    public static IPosterGrain GetPoster(this IGrainFactory grains, string name) => grains.GetGrain<IPosterGrain>(name);

    public static IPosterWorkerGrain GetPosterWorker(this IGrainFactory grains) => grains.GetGrain<IPosterWorkerGrain>(SingleKey);

    public static IPosterSweepGrain GetPosterSweep(this IGrainFactory grains) => grains.GetGrain<IPosterSweepGrain>(SingleKey);
}
