using Actors.Catalog.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Only one large picture is decoded at a time, to limit memory.</summary>
public sealed class LargePicturesTests
{
    private const long Large = 200_000_000, Small = 1_000_000;

    [Fact]
    public async Task Large_pictures_take_turns()
    {
        using var pictures = new LargePictures();
        var first = await pictures.Enter(Large);
        var second = pictures.Enter(Large);
        (await pictures.Enter(Small)).ShouldBeNull();
        second.IsCompleted.ShouldBeFalse();
        first.ShouldNotBeNull().Dispose();
        (await second).ShouldNotBeNull().Dispose();
    }
}
