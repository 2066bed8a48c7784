using Actors.Catalog.Posters.Pictures;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>Checks and encodes pictures, as many in parallel as there are cores. Key: 0.</summary>
[Alias("catalog.IPosterWorkerGrain")]
internal interface IPosterWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>A refusal is a result, not an exception. Not retried: a picture that crashed one process must not crash another.</summary>
    [Alias("Convert"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Never)]
    Task<EncodedPoster> Convert(PictureBytes picture);
}
