using System.Collections.Immutable;
using Actors.Catalog.Posters.Pictures;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>One picture, wherever it came from. Key: the SHA-256 of its bytes.</summary>
[Alias("catalog.IPosterImageGrain")]
internal interface IPosterImageGrain : IGrainWithStringKey
{
    /// <summary>Makes the poster of these bytes, or finds the one made before. Not sent again when its silo is lost: a picture may have ended it.</summary>
    [Alias("Convert"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.IfRefused)]
    Task<MadePoster> Convert(PictureBytes picture);
}

/// <summary>The bytes of a picture that is not judged yet.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PictureBytes")]
internal sealed record PictureBytes([property: Id(0)] ImmutableArray<byte> Bytes);

/// <summary>A stored poster's name, or why there is none.</summary>
[GenerateSerializer, Immutable, Alias("catalog.MadePoster")]
internal sealed record MadePoster([property: Id(0)] string? Name, [property: Id(1)] ImageRefusal Refusal);
