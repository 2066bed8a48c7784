namespace Actors.Catalog.Posters.Pictures;

/// <summary>The result of the check: a picture that is safe to decode, or the reason of the refusal.</summary>
/// <param name="Header">Set if the picture is accepted.</param>
/// <param name="Decodable">The bytes for the decoder: only those needed to draw the first frame, without metadata.</param>
/// <param name="Refusal">Not None if the picture is refused.</param>
internal readonly record struct ImageCheck(ImageHeader? Header, ReadOnlyMemory<byte> Decodable, ImageRefusal Refusal)
{
    public static implicit operator ImageCheck(ImageRefusal refusal) => new(null, default, refusal);

    public static ImageCheck Accept(ImageHeader header, ReadOnlyMemory<byte> decodable)
    {
        if (!Fits(header.Canvas) || !Fits(header.Frame.Size))
            return ImageRefusal.TooManyPixels;
        if (header.Frames > PosterLimits.MaxFrames)
            return ImageRefusal.TooManyFrames;
        return header.DecodeBytes > PosterLimits.MaxDecodeBytes ? ImageRefusal.TooCostly : new ImageCheck(header, decodable, ImageRefusal.None);
    }

    /// <summary>Whether a size is within the limits. The format checks refuse zero sizes.</summary>
    public static bool Fits(PixelSize size)
        => size.Width <= PosterLimits.MaxSide && size.Height <= PosterLimits.MaxSide && size.Pixels <= PosterLimits.MaxPixels;
}
