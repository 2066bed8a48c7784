using Actors.Catalog.Adapters.ImageSharp;
using Actors.Catalog.Rules.Posters;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;

namespace Actors.Catalog.Tests.Posters.ImageSharp;

/// <summary>The decoder has limits of its own behind the sniffer's.</summary>
public sealed class ImageSharpDecoderTests
{
    [Fact]
    public void A_picture_that_needs_too_much_memory_gets_none()
        => Should.Throw<Exception>(() => ImageSharpDecoder.Decode(ImageFormat.Png, PngBuilder.Bomb()).Dispose()).GetBaseException().ShouldBeOfType<InvalidMemoryOperationException>();

    [Fact]
    public void Such_a_picture_is_refused_as_too_costly()
    {
        var size = new PixelSize(8000, 8000);
        new ImageSharpPosterEncoder().Encode(ImageHeader.Still(ImageFormat.Png, size, 0), PngBuilder.Bomb()).Refusal.ShouldBe(ImageRefusal.TooCostly);
    }

    [Fact]
    public void Without_limits_a_small_file_takes_hundreds_of_megabytes()
    {
        using var decoded = Image.Load(PngBuilder.Bomb());
        ((long)decoded.Width * decoded.Height * sizeof(int)).ShouldBeGreaterThan(PosterLimits.MaxDecodeBytes);
    }

    [Fact]
    public void A_file_is_read_as_the_format_that_was_asked_for_and_no_other()
        => Should.Throw<UnknownImageFormatException>(() => ImageSharpDecoder.Decode(ImageFormat.Png, Fixture.Bytes("gif")).Dispose());
}
