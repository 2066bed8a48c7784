namespace Actors.Catalog.Posters.Pictures;

/// <summary>The verdict on bytes: a picture that is safe to hand to a decoder, or why not.</summary>
/// <param name="Header">Present when the picture is taken.</param>
/// <param name="Decodable">The bytes for the decoder: only what it needs to draw the first frame, without metadata chunks.</param>
/// <param name="Refusal">Anything but None when the picture is refused.</param>
internal readonly record struct ImageCheck(ImageHeader? Header, ReadOnlyMemory<byte> Decodable, ImageRefusal Refusal)
{
    public static implicit operator ImageCheck(ImageRefusal refusal) => new(null, default, refusal);

    public static ImageCheck Take(ImageHeader header, ReadOnlyMemory<byte> decodable)
    {
        if (!Fits(header.Canvas) || !Fits(header.Frame.Size))
            return ImageRefusal.TooManyPixels;
        if (header.Frames > PosterLimits.MaxFrames)
            return ImageRefusal.TooManyFrames;
        return header.DecodeBytes > PosterLimits.MaxDecodeBytes ? ImageRefusal.TooCostly : new ImageCheck(header, decodable, ImageRefusal.None);
    }

    /// <summary>Is a size within the limits? Zero is handled by the formats, as a broken header.</summary>
    public static bool Fits(PixelSize size)
        => size.Width <= PosterLimits.MaxSide && size.Height <= PosterLimits.MaxSide && size.Pixels <= PosterLimits.MaxPixels;
}
