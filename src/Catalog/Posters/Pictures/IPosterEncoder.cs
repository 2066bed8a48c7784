using System.Collections.Immutable;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Turns a checked picture into the WebP that is kept: first frame, upright, no wider than
/// <see cref="PosterLimits.MaxWidth"/>, without metadata. Works on the calling thread.</summary>
internal interface IPosterEncoder
{
    /// <param name="header">What the sniffer found.</param>
    /// <param name="decodable">The bytes that the sniffer cleared for decoding.</param>
    EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable);
}

/// <summary>A finished WebP, or why there is none.</summary>
/// <param name="WebP">The file; empty when refused.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Refusal">None when there is a file.</param>
[GenerateSerializer, Immutable, Alias("catalog.EncodedPoster")]
internal sealed record EncodedPoster(
    [property: Id(0)] ImmutableArray<byte> WebP,
    [property: Id(1)] int Width,
    [property: Id(2)] int Height,
    [property: Id(3)] ImageRefusal Refusal)
{
    public static EncodedPoster Refused(ImageRefusal refusal) => new([], 0, 0, refusal);
}
