using System.Text;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Pages;
using Actors.Persistence.Commits;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Pages;

public sealed class PageRowTests
{
    private readonly ITestOutputHelper _output;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSnapshotRows _rows = new();
    private readonly EventSnapshots _snapshots;

    public PageRowTests(ITestOutputHelper output) => (_output, _snapshots) = (output, new EventSnapshots(_rows, _time, NullLogger<EventSnapshots>.Instance));

    [Fact]
    public void A_row_of_stored_bytes_equals_a_serialized_one()
    {
        var random = SeededRandom.Create(_output);
        for (var round = 0; round < 1000; round++)
        {
            var e = Event(random);
            var stored = JsonSerializer.SerializeToUtf8Bytes(e, EventJson.Stored.EventState);

            var row = StoredMembers.Read(stored).ToRow(7).ShouldNotBeNull();

            var expected = PageRow.Of(7, e);
            Encoding.UTF8.GetString(row.Json).ShouldBe(Encoding.UTF8.GetString(expected.Json));
            (row.Version, row.Id, row.Uuid, row.Active).ShouldBe((7, e.Id, e.Uuid, e.Active));
        }
    }

    [Fact]
    public void A_document_without_a_required_member_is_decoded()
    {
        var stored = """{"id":5,"title":"old","active":true,"date_list":[]}"""u8.ToArray();

        StoredMembers.Read(stored).ToRow(1).ShouldBeNull();
        Encoding.UTF8.GetString(PageRow.Of(new StoredDocument(new RowVersion(5, 1), stored)).Json).ShouldContain("\"title\":\"old\"");
    }

    [Fact]
    public async Task A_row_is_read_again_only_after_a_change()
    {
        Write(1, "a");
        (await TitleAsync()).ShouldContain("\"a\"");
        (await TitleAsync()).ShouldContain("\"a\"");
        _rows.Documents.ShouldBe(1);

        // Another event changes.
        Write(2, "b");
        (await TitleAsync()).ShouldContain("\"a\"");
        _rows.Documents.ShouldBe(1);

        Write(1, "c");
        (await TitleAsync()).ShouldContain("\"c\"");
        _rows.Documents.ShouldBe(2);
    }

    [Fact]
    public async Task A_restored_row_of_the_same_version_is_read_again()
    {
        Write(1, "a");
        (await TitleAsync()).ShouldContain("\"a\"");

        _rows.Restore(new EventState { Id = 1, Title = "restored" });

        (await TitleAsync()).ShouldContain("\"restored\"");
    }

    [Fact]
    public void The_number_of_an_event_comes_from_its_row()
    {
        var stored = JsonSerializer.SerializeToUtf8Bytes(Event(SeededRandom.Create(_output)), EventJson.Stored.EventState);

        var row = PageRow.Of(new StoredDocument(new RowVersion(5, 1), stored));

        row.Id.ShouldBe(5);
        Encoding.UTF8.GetString(row.Json).ShouldStartWith("{\"id\":5,");
    }

    private async Task<string> TitleAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        var (snapshot, _) = await _snapshots.GetAsync();
        return Encoding.UTF8.GetString((await PageRowReader.GetAsync(_rows, snapshot, [1], default))[0]!.Json);
    }

    private void Write(long id, string title) => _rows.Write(new EventState { Id = id, Title = title });

    private static EventState Event(Random random)
    {
        string Text() => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => "aя\"\\\n\t\0\u2028é<&'+😀"[random.Next(14)])]);
        string Whole() => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text()));
        var now = DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 30_000)).ToOffset(TimeSpan.FromHours(random.Next(-5, 6)));
        return new EventState
        {
            Id = random.NextInt64(),
            Uuid = Guid.NewGuid(),
            EventType = Whole(),
            SourceId = random.Next(2) == 0 ? null : Whole(),
            Title = Whole(),
            Description = Whole(),
            Price = random.NextInt64(-5, 5),
            DatePreview = new EventDate(Whole(), now),
            DateList = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new EventDate(Whole(), now))],
            Place = Whole(),
            Genre = Whole(),
            Age = random.Next(2) == 0 ? null : Whole(),
            Poster = Whole(),
            ImageUrl = Whole(),
            Url = Whole(),
            CreatedAt = now,
            ChangedAt = now,
            Active = random.Next(2) == 0,
            Twins = random.Next(2) == 0 ? null : new TwinMark(Guid.NewGuid(), true),
        };
    }
}
