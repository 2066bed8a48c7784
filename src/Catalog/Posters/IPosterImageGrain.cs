using System.Collections.Immutable;
using Actors.Catalog.Posters.Pictures;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>A picture, independent of its address. Key: the SHA-256 of its bytes.</summary>
[Alias("catalog.IPosterImageGrain")]
internal interface IPosterImageGrain : IGrainWithStringKey
{
    /// <summary>
    /// Converts the bytes to a poster, or returns the poster converted before. Not retried if the silo fails: the picture may have crashed it.
    /// </summary>
    [Alias("Convert"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.IfRefused)]
    Task<MadePoster> Convert(PictureBytes picture);
}

/// <summary>The bytes of a picture, not yet checked.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PictureBytes")]
internal sealed record PictureBytes([property: Id(0)] ImmutableArray<byte> Bytes);

/// <summary>The name of the stored poster, or the reason of the refusal.</summary>
[GenerateSerializer, Immutable, Alias("catalog.MadePoster")]
internal sealed record MadePoster([property: Id(0)] string? Name, [property: Id(1)] ImageRefusal Refusal);
