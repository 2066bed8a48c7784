using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Events;

public sealed class EventTypesTests
{
    [Theory]
    [InlineData("concert", "concert")]
    [InlineData("Stand Up", "stand_up")]
    [InlineData("stand-up", "stand_up")]
    [InlineData("standUp", "stand_up")]
    [InlineData("  MASTER CLASS ", "master_class")]
    [InlineData("masterClass", "master_class")]
    [InlineData("Master--Class", "master_class")]
    [InlineData("stand__up", "stand_up")]
    public void A_spelling_is_normalised(string spelling, string type)
    {
        EventTypes.Normalise(spelling).ShouldBe(type);
        EventTypes.IsSupported(type).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("opera")]
    [InlineData("concerts")]
    [InlineData("con cert")]
    public void Other_texts_are_unsupported(string spelling) =>
        EventTypes.IsSupported(EventTypes.Normalise(spelling)).ShouldBeFalse();

    [Fact]
    public void A_spelling_of_a_megabyte_is_unsupported() =>
        EventTypes.IsSupported(EventTypes.Normalise(new string('A', 1 << 20))).ShouldBeFalse();
}
