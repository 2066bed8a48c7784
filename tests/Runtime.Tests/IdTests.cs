using System.Globalization;

namespace Actors.Runtime.Tests;

public sealed class IdTests
{
    /// <summary>The numbers are Orleans'. They are stored beside reminders, so both runtimes must give the same.</summary>
    [Theory]
    [InlineData("event", "a", 4238051777u)]
    [InlineData("source", "kudago", 2671456797u)]
    [InlineData("event", "f6fa184e6d924aa4b065114761fcdbc1", 3653719926u)]
    [InlineData("rollover", "1F", 225594741u)]
    [InlineData("poster", "https://example.org/картинки/1.jpg", 3784248686u)]
    public void The_stable_hash_of_an_id_is_the_one_that_Orleans_gives(string type, string key, uint hash) =>
        GrainId.Create(type, key).GetUniformHashCode().ShouldBe(hash);

    [Fact]
    public void An_id_is_read_back_from_its_text()
    {
        var id = GrainId.Create("event", "a/b");

        id.ToString().ShouldBe("event/a/b");
        GrainId.Parse(id.ToString(), CultureInfo.InvariantCulture).ShouldBe(id);
        GrainId.TryParse("no slash", CultureInfo.InvariantCulture, out _).ShouldBeFalse();
    }
}
