using System.Text;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Http.Lists;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Http.Lists;

public sealed class CachedEventListTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(30);
    private readonly ManualTimeProvider _time = new();
    private readonly FakeEventRows _rows = new();
    private readonly EventChanges _changes = new();

    [Fact]
    public async Task A_thousand_who_ask_at_once_cause_one_read()
    {
        var gate = new TaskCompletionSource();
        _rows.Gate = gate.Task;
        var list = List();

        var asked = Enumerable.Range(0, 1000).Select(_ => list.GetAsync().AsTask()).ToArray();
        gate.SetResult();
        await Task.WhenAll(asked);

        _rows.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task Without_sharing_a_thousand_cause_a_thousand_reads()
    {
        var lists = Enumerable.Range(0, 1000).Select(_ => List()).ToArray();

        await Task.WhenAll(lists.Select(l => l.GetAsync().AsTask()));

        _rows.Lists.ShouldBe(1000);
    }

    [Fact]
    public async Task A_change_is_seen_within_a_second()
    {
        var list = List();
        var before = await list.GetAsync();
        Write("b");

        _time.Advance(s_second);
        var after = await list.GetAsync();

        Text(before).ShouldBe("[]");
        Text(after).ShouldContain("\"title\":\"b\"");
        after.List.ETag.ShouldNotBe(before.List.ETag);
    }

    [Fact]
    public async Task A_second_change_with_the_same_time_stamp_is_seen_too()
    {
        var list = List();
        Write("a");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await list.GetAsync();
        _rows.Events = [View("a"), View("b")];

        _time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task A_change_of_this_process_is_seen_however_old_its_time_stamp_is()
    {
        var list = List();
        _time.Advance(TimeSpan.FromMinutes(1));
        await list.GetAsync();
        (_rows.Events, _rows.LastChange) = ([View("late")], _time.GetUtcNow().AddMinutes(-1));
        _changes.Note();

        _time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"late\"");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_freezes_nothing()
    {
        var list = List();
        await list.GetAsync();
        _time.SetUtcNow(_time.GetUtcNow().AddHours(-1));
        _rows.Events = [View("after")];
        _changes.Note();

        _time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"after\"");
    }

    [Fact]
    public async Task Without_a_change_the_rows_are_not_read_again_until_the_time_to_live_is_over()
    {
        var list = List();
        await list.GetAsync();
        _time.Advance(TimeSpan.FromMinutes(29));
        await list.GetAsync();
        _rows.Lists.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        await list.GetAsync();

        _rows.Lists.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_store_is_away_the_old_list_is_served_with_its_age()
    {
        var list = List();
        await list.GetAsync();
        _rows.Gate = Task.FromException(new InvalidOperationException("away"));

        _time.Advance(TimeSpan.FromSeconds(90));
        var served = await list.GetAsync();

        served.Age.ShouldBe(TimeSpan.FromSeconds(90));
        Text(served).ShouldBe("[]");
    }

    [Fact]
    public async Task A_list_that_was_never_read_fails_as_the_store_fails_and_recovers_with_it()
    {
        _rows.Gate = Task.FromException(new InvalidOperationException("away"));
        var list = List();
        await Should.ThrowAsync<InvalidOperationException>(() => list.GetAsync().AsTask());

        _rows.Gate = Task.CompletedTask;

        Text(await list.GetAsync()).ShouldBe("[]");
    }

    private CachedEventList List() => new(new(true), _rows, _changes, s_ttl, _time, NullLogger<CachedEventList>.Instance);

    private void Write(string title) => (_rows.Events, _rows.LastChange) = ([View(title)], _time.GetUtcNow());

    private EventView View(string title) => new(
        1, Guid.Empty, "concert", null, title, "", 1, "2026-09-01T18:00:00", [], "", "", null, "/posters/x.webp", "http://x", _time.GetUtcNow(), true);

    private static string Text(ServedList served) => Encoding.UTF8.GetString(served.List.Body.Span);
}
