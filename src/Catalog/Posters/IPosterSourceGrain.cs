using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Posters;

/// <summary>The picture at one address. Key: the hash of the address (<see cref="PosterKeys.SourceOf"/>).</summary>
[Alias("catalog.IPosterSourceGrain")]
internal interface IPosterSourceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Returns the poster of the address; fetches and converts the picture if needed. Concurrent callers share one fetch (single flight). The poster
    /// is kept for at least <see cref="PosterTimes.Lease"/>, even if no event uses it.
    /// </summary>
    /// <remarks>Throws StoreUnavailableException if the database or the poster store is unavailable.</remarks>
    [Alias("Obtain"), AlwaysInterleave, ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<PosterOutcome> Obtain(PosterRequest request);
}

/// <summary>The address of a picture, as an event gives it.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PosterRequest")]
internal sealed record PosterRequest([property: Id(0)] string ImageUrl);

/// <summary>A poster, or the reason why there is none.</summary>
/// <param name="Url">An absolute path on this host, or an absolute address.</param>
/// <param name="Name">The name that the event stores: the content hash and ".webp".</param>
/// <param name="Failure">A short text for "image_download_failed"; null if there is a poster.</param>
[GenerateSerializer, Immutable, Alias("catalog.PosterOutcome")]
internal sealed record PosterOutcome(
    [property: Id(0)] string? Url,
    [property: Id(1)] string? Name,
    [property: Id(2)] string? Failure)
{
    public static PosterOutcome Failed(string failure) => new(null, null, failure);
}
