using System.Runtime.InteropServices;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Posters;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Actors.Catalog.Adapters.ImageSharp;

/// <summary>Posters by ImageSharp, without a native library. What could hurt it was refused by the sniffer before.</summary>
internal sealed class ImageSharpPosterEncoder : IPosterEncoder
{
    private static readonly WebpEncoder s_webp = new()
    {
        FileFormat = WebpFileFormatType.Lossy,
        Quality = PosterLimits.Quality,
        SkipMetadata = true,
    };

    public EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable)
    {
        try
        {
            return Finish(ImageSharpDecoder.Decode(header.Format, decodable), header);
        }
        catch (Exception costly) when (costly.GetBaseException() is InvalidMemoryOperationException)
        {
            return EncodedPoster.Refused(ImageRefusal.TooCostly);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Damaged data also ends in exceptions that the decoders did not mean to throw (an index outside its range).
            return EncodedPoster.Refused(ImageRefusal.Broken);
        }
    }

    private static EncodedPoster Finish(Image<Rgba32> decoded, ImageHeader header)
    {
        if (decoded.Measure() != header.Canvas && decoded.Measure() != header.Frame.Size)
        {
            decoded.Dispose();
            return EncodedPoster.Refused(ImageRefusal.Broken);
        }

        using var poster = ImageSharpPicture.Place(decoded, header.Frame, header.Canvas);
        ImageSharpPicture.Shrink(poster, PosterSize.Shrunk(header.Canvas, header.Orientation));
        ImageSharpPicture.Turn(poster, header.Orientation);
        using var file = new MemoryStream();
        poster.Save(file, s_webp);
        return new EncodedPoster(ImmutableCollectionsMarshal.AsImmutableArray(file.ToArray()), poster.Width, poster.Height, ImageRefusal.None);
    }
}
