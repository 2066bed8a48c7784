namespace Actors.Catalog.Posters.Pictures;

/// <summary>The contents of the chunks after VP8X, collected in one pass.</summary>
internal readonly ref struct WebPSurvey
{
    public ImageRefusal Refusal { get; private init; }
    public int Frames { get; private init; }
    public int Orientation { get; private init; }

    /// <summary>The ICCP chunk, or the default value.</summary>
    public WebPChunk Profile { get; private init; }

    /// <summary>The body of the first ANMF chunk; empty if there is none.</summary>
    public ReadOnlySpan<byte> FirstFrame { get; private init; }

    public static WebPSurvey Of(ReadOnlySpan<byte> chunks)
    {
        var (frames, orientation) = (0, Pictures.Orientation.Upright);
        ReadOnlySpan<byte> first = default;
        WebPChunk profile = default;
        while (chunks.Length > 0)
        {
            if (!WebPChunk.TryRead(chunks, out var chunk))
                return new WebPSurvey { Refusal = ImageRefusal.Truncated };
            if (chunk.Is("EXIF"u8))
                orientation = ReadExif(chunk.Body);
            if (chunk.Is("ICCP"u8))
                profile = chunk;
            if (chunk.Is("ANMF"u8) && frames++ == 0)
                first = chunk.Body;
            chunks = chunks[chunk.Length..];
        }

        return new WebPSurvey { Frames = frames, Orientation = orientation, Profile = profile, FirstFrame = first };
    }

    /// <summary>Some encoders keep the JPEG prefix of the block.</summary>
    private static int ReadExif(ReadOnlySpan<byte> body)
        => ExifOrientation.Read(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
}
