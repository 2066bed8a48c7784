using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Walks the chunks of a WebP. The decoder gets one still picture; of an animation, the first frame.</summary>
internal static class WebPSniffer
{
    private const int RiffHeader = 12, ExtendedLength = 10, FrameHeader = 16, AnimationFlag = 2, CanvasBytes = 4;

    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(span[4..]);
        if (declared > span.Length - 8)
            return ImageRefusal.Truncated;
        var chunks = span[RiffHeader..((int)declared + 8 < RiffHeader ? RiffHeader : (int)declared + 8)];
        if (!WebPChunk.TryRead(chunks, out var first))
            return ImageRefusal.Truncated;
        if (WebPBitstream.IsPicture(first))
            return Simple(first);
        return first.Is("VP8X"u8) && first.Body.Length >= ExtendedLength ? Extended(first, chunks[first.Length..]) : ImageRefusal.Broken;
    }

    private static ImageCheck Simple(WebPChunk picture) => WebPBitstream.Read(picture) is { } stream
        ? ImageCheck.Accept(ImageHeader.Still(ImageFormat.WebP, stream.Size, stream.DecodeBytes), WebPStill.Write(default, default, picture, stream.Size))
        : ImageRefusal.Broken;

    private static ImageCheck Extended(WebPChunk extended, ReadOnlySpan<byte> chunks)
    {
        var canvas = new PixelSize(Int24(extended.Body[4..]) + 1, Int24(extended.Body[7..]) + 1);
        if (!ImageCheck.Fits(canvas))
            return ImageRefusal.TooManyPixels;
        var survey = WebPSurvey.Of(chunks);
        if (survey.Refusal != ImageRefusal.None)
            return survey.Refusal;
        return (extended.Body[0] & AnimationFlag) == 0 ? Still(chunks, canvas, survey) : Animated(survey, canvas);
    }

    private static ImageCheck Still(ReadOnlySpan<byte> chunks, PixelSize canvas, WebPSurvey survey)
        => WebPStill.Find(chunks, survey.Profile, out var still) && still.Size == canvas
            ? ImageCheck.Accept(ImageHeader.Still(ImageFormat.WebP, canvas, still.DecodeBytes, survey.Orientation), still.Bytes)
            : ImageRefusal.Broken;

    private static ImageCheck Animated(WebPSurvey survey, PixelSize canvas)
    {
        var frame = survey.FirstFrame;
        if (survey.Frames == 0 || frame.Length < FrameHeader || !WebPStill.Find(frame[FrameHeader..], survey.Profile, out var still))
            return ImageRefusal.Broken;
        var box = new PixelBox(Int24(frame) * 2, Int24(frame[3..]) * 2, new PixelSize(Int24(frame[6..]) + 1, Int24(frame[9..]) + 1));
        if (still.Size != box.Size || !box.IsInside(canvas))
            return ImageRefusal.Broken;
        var memory = still.DecodeBytes + (box.Fills(canvas) ? 0 : canvas.Pixels * CanvasBytes);
        return ImageCheck.Accept(new ImageHeader(ImageFormat.WebP, canvas, box, survey.Frames, survey.Orientation, memory), still.Bytes);
    }

    private static int Int24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
