using Actors.Persistence.Tests.Kit;
using Actors.TestKit;

namespace Actors.Persistence.Tests;

public sealed class GoldenTests
{
    private static readonly Note s_full = new("Привет <b>\"мир\"</b> 🌍", 12, "верх")
    {
        WrittenAt = new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(3)),
        Pinned = true,
        Weight = 0.25,
        Cover = [1, 2, 255],
        Mark = 7,
    };

    [Fact]
    public void The_format_of_a_document_is_stable() => Golden.Check(s_full, StoredJson.TypeInfo<Note>(), "note");

    [Fact]
    public void A_document_of_an_earlier_version_is_read() => Golden.Read(StoredJson.TypeInfo<Note>(), "note.early").ShouldBe(new Note("before pages", 0, "left"));

    [Fact]
    public void Control_a_changed_format_is_detected() =>
        Should.Throw<Xunit.Sdk.XunitException>(() => Golden.Check(s_full with { Pages = 13 }, StoredJson.TypeInfo<Note>(), "note"));
}
