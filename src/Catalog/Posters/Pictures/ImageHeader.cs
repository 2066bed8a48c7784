namespace Actors.Catalog.Posters.Pictures;

/// <summary>The header of a picture that has passed all limits.</summary>
/// <param name="Format">Detected from the content, never from the name or content type.</param>
/// <param name="Canvas">Size of the whole picture in pixels as stored, before rotation.</param>
/// <param name="Frame">The rectangle of the first frame on the canvas; the whole canvas for a still picture.</param>
/// <param name="Frames">Number of frames; 1 for a still picture.</param>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
/// <param name="DecodeBytes">Peak memory of decoding, in bytes.</param>
internal sealed record ImageHeader(
    ImageFormat Format, PixelSize Canvas, PixelBox Frame, int Frames, int Orientation, long DecodeBytes)
{
    public static ImageHeader Still(ImageFormat format, PixelSize size, long decodeBytes, int orientation = Pictures.Orientation.Upright)
        => new(format, size, new PixelBox(0, 0, size), 1, orientation, decodeBytes);
}

/// <summary>Width and height in pixels.</summary>
internal readonly record struct PixelSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;
}

/// <summary>A rectangle in pixels, from its upper left corner.</summary>
internal readonly record struct PixelBox(int Left, int Top, PixelSize Size)
{
    public bool Fills(PixelSize canvas) => Left == 0 && Top == 0 && Size == canvas;

    public bool IsInside(PixelSize canvas) => Left + Size.Width <= canvas.Width && Top + Size.Height <= canvas.Height;
}
