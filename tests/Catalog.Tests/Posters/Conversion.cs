using Actors.Catalog.Adapters.Posters;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Check and encode, as the worker does, with the encoder of this build.</summary>
internal static class Conversion
{
    private static readonly IPosterEncoder Encoder = PosterEncoders.Create();

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
