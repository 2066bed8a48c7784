using Actors.Catalog.Adapters.Gd;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Check and encode, as the worker does.</summary>
internal static class Conversion
{
    private static readonly GdPosterEncoder Encoder = new();

    public static EncodedPoster Of(byte[] bytes)
    {
        var check = ImageSniffer.Check(bytes);
        return check.Header is { } header ? Encoder.Encode(header, check.Decodable.Span) : EncodedPoster.Refused(check.Refusal);
    }

    public static EncodedPoster Accepted(byte[] bytes)
    {
        var poster = Of(bytes);
        poster.Refusal.ShouldBe(ImageRefusal.None);
        return poster;
    }
}
