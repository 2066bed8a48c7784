using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Posters;

/// <summary>The picture at one address. Key: the hash that <see cref="PosterKeys.SourceOf"/> makes of the address.</summary>
[Alias("catalog.IPosterSourceGrain")]
internal interface IPosterSourceGrain : IGrainWithStringKey
{
    /// <summary>Gives the poster of the address, fetching and converting it if need be. Callers that come meanwhile
    /// get the same answer. Whoever gets a name has it for <see cref="PosterTimes.Lease"/> at least, even if no event shows it.</summary>
    /// <remarks>Throws StoreUnavailableException when the database or the store of posters is away.</remarks>
    [Alias("Obtain"), AlwaysInterleave, ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<PosterOutcome> Obtain(PosterRequest request);
}

/// <summary>The address of a picture, as an event gives it.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PosterRequest")]
internal sealed record PosterRequest([property: Id(0)] string ImageUrl);

/// <summary>A poster, or why there is none.</summary>
/// <param name="Url">Where callers find it: an absolute path on this host, or an absolute address.</param>
/// <param name="Name">What an event keeps: the content hash and ".webp".</param>
/// <param name="Failure">A short text for "image_download_failed", null when there is a poster.</param>
[GenerateSerializer, Immutable, Alias("catalog.PosterOutcome")]
internal sealed record PosterOutcome(
    [property: Id(0)] string? Url,
    [property: Id(1)] string? Name,
    [property: Id(2)] string? Failure)
{
    public static PosterOutcome Failed(string failure) => new(null, null, failure);
}
