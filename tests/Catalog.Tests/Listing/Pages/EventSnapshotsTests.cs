using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Pages;

public sealed class EventSnapshotsTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSnapshotRows _rows = new();
    private readonly EventSnapshots _snapshots;
    private readonly ITestOutputHelper _output;

    public EventSnapshotsTests(ITestOutputHelper output) =>
        (_output, _snapshots) = (output, new EventSnapshots(_rows, _time, NullLogger<EventSnapshots>.Instance));

    [Fact]
    public async Task A_change_is_seen_within_a_second_without_a_reload()
    {
        Write(1, "первый");
        (await Titles("первый")).ShouldBe([1]);
        Write(2, "второй");
        Write(1, "третий");
        (await Titles("второй")).ShouldBeEmpty();

        _time.Advance(s_second);

        (await Titles("второй")).ShouldBe([2]);
        (await Titles("третий")).ShouldBe([1]);
        (await Titles("первый")).ShouldBeEmpty();
        _rows.Pages.ShouldBe(2, "once for filters, once for the index");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(24_000)]
    public async Task A_change_with_an_old_timestamp_is_seen(double hours)
    {
        for (var id = 1; id <= 10; id++) Write(id, "первый");
        await Titles("первый");

        for (var id = 11; id <= 15; id++)
        {
            Write(id, "второй", _time.GetUtcNow().AddHours(-hours));
            _time.Advance(s_second);
            (await Titles("второй")).Count().ShouldBe(id - 10);
        }

        (_rows.Pages, _rows.Read).ShouldBe((2, 5));
    }

    [Fact]
    public async Task After_a_restored_backup_all_events_are_read_again()
    {
        Write(1, "первый");
        Write(2, "первый");
        Write(2, "второй");
        await Titles("первый");
        EventState State(long id, string title) => new() { Id = id, EventType = "concert", Title = title, Active = true, ChangedAt = _time.GetUtcNow().AddDays(-1) };

        // The first row has its old version.
        _rows.Restore(State(1, "старый"), State(2, "старый"));
        _time.Advance(s_second);
        (await Titles("старый")).ShouldBe([1, 2]);

        _rows.Restore(State(1, "другой"));
        _time.Advance(s_second);
        (await Titles("другой")).ShouldBe([1]);
        (await Titles("старый")).ShouldBeEmpty();
        _rows.Pages.ShouldBe(6);
    }

    // The load takes several statements. A row that is committed between them has a commit number after the point that was read first.
    [Fact]
    public async Task A_change_during_the_first_load_is_seen()
    {
        Write(1, "первый");
        var reads = 0;
        _rows.AfterPage = () =>
        {
            if (++reads == 2) Write(1, "второй");
        };
        (await Titles("первый")).ShouldBe([1]);
        _rows.AfterPage = () => { };

        _time.Advance(s_second);

        (await Titles("второй")).ShouldBe([1]);
    }

    [Fact]
    public async Task While_the_store_is_unavailable_the_snapshot_is_served_with_its_age()
    {
        Write(1, "первый");
        await Titles("первый");
        _rows.Away = new InvalidOperationException("away");

        _time.Advance(TimeSpan.FromSeconds(90));
        var (snapshot, age) = await _snapshots.GetAsync();

        snapshot.Facts.Count.ShouldBe(1);
        age.ShouldBe(TimeSpan.FromSeconds(90));
    }

    // Only searches wait for the index. The next refresh repeats a failed build.
    [Fact]
    public async Task A_filter_does_not_wait_for_the_index()
    {
        Write(1, "первый");
        var reads = 0;
        _rows.AfterPage = () => _rows.Away = ++reads == 2 ? new InvalidOperationException("away") : null;
        var (snapshot, _) = await _snapshots.GetAsync();
        snapshot.Facts.Count.ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(snapshot.Index);

        (_rows.Away, _rows.AfterPage) = (null, () => { });
        _time.Advance(s_second);

        (await Titles("первый")).ShouldBe([1]);
    }

    [Fact]
    public async Task Events_that_were_never_read_fail_with_the_store()
    {
        _rows.Away = new InvalidOperationException("away");
        await Should.ThrowAsync<InvalidOperationException>(() => _snapshots.GetAsync().AsTask());

        _rows.Away = null;

        (await _snapshots.GetAsync()).Snapshot.Facts.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_snapshot_equals_the_rows_after_random_writes()
    {
        var random = SeededRandom.Create(_output);
        for (var round = 0; round < 200; round++)
        {
            for (var i = random.Next(4); i > 0; i--)
                Write(random.Next(1, 50), $"слово{random.Next(9)}", _time.GetUtcNow().AddSeconds(-random.Next(-20, 20)));
            _time.Advance(s_second);

            var (snapshot, _) = await _snapshots.GetAsync();
            var expected = await _rows.PageAsync(0, 100, 100, default);

            snapshot.Facts.Events.Select(e => (e.Id, e.Version)).ShouldBe(expected.Select(row => (row.State.Id, row.Version)));
            (await snapshot.Index).Find("слово3", 100).Hits.Select(hit => hit.Id).Order()
                .ShouldBe(expected.Where(row => row.State.Title == "слово3").Select(row => row.State.Id));
        }
    }

    private async Task<IEnumerable<long>> Titles(string query) =>
        (await (await _snapshots.GetAsync()).Snapshot.Index).Find(query, 100).Hits.Select(hit => hit.Id);

    private void Write(long id, string title, DateTimeOffset? changed = null) =>
        _rows.Write(new EventState { Id = id, EventType = "concert", Title = title, Active = true, ChangedAt = changed ?? _time.GetUtcNow() });
}
