using System.Collections.Immutable;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>
/// Converts a checked picture to the stored WebP: first frame, upright, at most <see cref="PosterLimits.MaxWidth"/> wide, without metadata. Blocks
/// the calling thread.
/// </summary>
internal interface IPosterEncoder
{
    /// <param name="header">The result of the sniffer.</param>
    /// <param name="decodable">The bytes that the sniffer accepted.</param>
    EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable);
}

/// <summary>An encoded WebP, or the reason of the refusal.</summary>
/// <param name="WebP">The file; empty if refused.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Refusal">None if there is a file.</param>
[GenerateSerializer, Immutable, Alias("catalog.EncodedPoster")]
internal sealed record EncodedPoster(
    [property: Id(0)] ImmutableArray<byte> WebP,
    [property: Id(1)] int Width,
    [property: Id(2)] int Height,
    [property: Id(3)] ImageRefusal Refusal)
{
    public static EncodedPoster Refused(ImageRefusal refusal) => new([], 0, 0, refusal);
}
