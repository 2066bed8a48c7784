using Actors.Catalog.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Memory is bounded by one large picture at a time.</summary>
public sealed class LargePicturesTests
{
    private const long Large = 200_000_000, Small = 1_000_000;

    [Fact]
    public async Task Large_pictures_take_turns_and_small_ones_pass()
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
