namespace Actors.Catalog.Tests.Posters;

/// <summary>Writes red and blue GIFs whose frames have one coded pixel each.</summary>
internal static class GifBuilder
{
    public static byte[] Of(int width, int height, params Frame[] frames)
        => [.. "GIF89a"u8, .. Word(width), .. Word(height), 0x80, 0, 0, 255, 0, 0, 0, 0, 255, .. frames.SelectMany(Bytes), 0x3B];

    /// <summary>The code of the pixel is between "clear" and "end", three bits each.</summary>
    private static byte[] Bytes(Frame frame)
        => [0x2C, .. Word(frame.Left), .. Word(frame.Top), .. Word(frame.Width), .. Word(frame.Height), 0, 2, 2, (byte)(0x44 | (frame.Colour << 3)), 0x01, 0];

    private static byte[] Word(int value) => [(byte)value, (byte)(value >> 8)];

    /// <summary>Colour 0 is red, 1 is blue.</summary>
    internal readonly record struct Frame(int Left, int Top, int Width, int Height, int Colour);
}
