using System.Runtime.InteropServices;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>Posters by libgd, in this process. What could hurt it was refused by the sniffer before.</summary>
internal sealed class GdPosterEncoder : IPosterEncoder
{
    public EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable)
    {
        if (GdLibrary.Problem() is { } problem)
            throw new DllNotFoundException(problem);
        using var decoded = GdImage.Decode(header.Format, decodable);
        if (decoded is null || decoded.Size != header.Frame.Size || !GdPicture.MakeTrueColour(decoded))
            return EncodedPoster.Refused(ImageRefusal.Broken);
        return Finish(decoded, header);
    }

    private static EncodedPoster Finish(GdImage decoded, ImageHeader header)
    {
        var target = PosterSize.Shrunk(header.Canvas, header.Orientation);
        var placed = Step(decoded, image => GdPicture.Place(image, header.Frame, header.Canvas));
        var shrunk = Step(placed, image => GdPicture.Shrink(image, target));
        using var poster = Step(shrunk, image => GdPicture.Turn(image, header.Orientation));
        return poster?.ToWebP(PosterLimits.Quality) is { } webp
            ? new EncodedPoster(ImmutableCollectionsMarshal.AsImmutableArray(webp), poster.Size.Width, poster.Size.Height, ImageRefusal.None)
            : EncodedPoster.Refused(ImageRefusal.TooCostly);
    }

    /// <summary>Each step frees the picture before it at once, because the first may be large.</summary>
    private static GdImage? Step(GdImage? image, Func<GdImage, GdImage?> change)
    {
        if (image is null)
            return null;
        var next = change(image);
        if (!ReferenceEquals(next, image))
            image.Dispose();
        return next;
    }
}
