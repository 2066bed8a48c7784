using System.Collections.Immutable;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Ports;

/// <summary>Turns a checked picture into the WebP that is kept: first frame, upright, no wider than
/// <see cref="PosterLimits.MaxWidth"/>, without metadata. Works on the calling thread.</summary>
internal interface IPosterEncoder
{
    /// <param name="header">What the sniffer found.</param>
    /// <param name="decodable">The bytes that the sniffer cleared for decoding.</param>
    EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable);
}

/// <summary>A finished WebP, or why the decoder would not draw the picture.</summary>
internal sealed record EncodedPoster(ImmutableArray<byte> WebP, int Width, int Height, ImageRefusal Refusal)
{
    public static EncodedPoster Refused(ImageRefusal refusal) => new([], 0, 0, refusal);
}
