using Actors.Catalog.Posters.Pictures;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Checks and encodes a picture like the worker grain.</summary>
internal static class Conversion
{
    private static readonly SkiaPosterEncoder s_encoder = new();

    public static EncodedPoster Of(byte[] bytes)
    {
        var check = ImageSniffer.Check(bytes);
        return check.Header is { } header ? s_encoder.Encode(header, check.Decodable.Span) : EncodedPoster.Refused(check.Refusal);
    }

    public static EncodedPoster Accepted(byte[] bytes)
    {
        var poster = Of(bytes);
        poster.Refusal.ShouldBe(ImageRefusal.None);
        return poster;
    }
}
