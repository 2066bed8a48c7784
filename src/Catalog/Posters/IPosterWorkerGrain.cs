using Actors.Catalog.Posters.Pictures;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>Checks and encodes pictures, as many at once as there are cores. Key: 0.</summary>
[Alias("catalog.IPosterWorkerGrain")]
internal interface IPosterWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Refusals are answers. Not sent again: a picture that ended one process is not taken to another.</summary>
    [Alias("Convert"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Never)]
    Task<EncodedPoster> Convert(PictureBytes picture);
}
