using Actors.Catalog.Adapters.Gd;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Tests.Posters.Gd;

/// <summary>The library that is installed is the one the code was written for.</summary>
public sealed class GdLibraryTests
{
    [Fact]
    public void The_library_is_there() => GdLibrary.Problem().ShouldBeNull();

    [Fact]
    public void Its_images_are_laid_out_as_expected()
    {
        using var image = GdImage.Create(new PixelSize(3, 2)).ShouldNotBeNull();
        image.Size.ShouldBe(new PixelSize(3, 2));
        image.Row(1).ToArray().ShouldBe([GdColour.Nothing, GdColour.Nothing, GdColour.Nothing]);
    }

    [Fact]
    public void Without_the_check_a_small_file_takes_hundreds_of_megabytes()
    {
        using var decoded = GdImage.Decode(ImageFormat.Png, PngBuilder.Bomb()).ShouldNotBeNull();
        (decoded.Size.Pixels * sizeof(int)).ShouldBeGreaterThan(PosterLimits.MaxDecodeBytes);
    }
}
