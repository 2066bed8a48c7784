using Actors.TestKit;
using static Actors.Catalog.Tests.Listing.Lists.ListKit;

namespace Actors.Catalog.Tests.Listing.Lists;

public sealed class CachedEventListTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ListKit _kit = new();

    [Fact]
    public async Task A_thousand_who_ask_at_once_cause_one_read()
    {
        var gate = new TaskCompletionSource();
        _kit.Rows.Gate = gate.Task;
        var list = _kit.List();

        var asked = Enumerable.Range(0, 1000).Select(_ => list.GetAsync().AsTask()).ToArray();
        gate.SetResult();
        await Task.WhenAll(asked);

        _kit.Rows.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task Without_sharing_a_thousand_cause_a_thousand_reads()
    {
        var lists = Enumerable.Range(0, 1000).Select(_ => _kit.List()).ToArray();

        await Task.WhenAll(lists.Select(l => l.GetAsync().AsTask()));

        _kit.Rows.Lists.ShouldBe(1000);
    }

    [Fact]
    public async Task A_change_is_seen_within_a_second()
    {
        var list = _kit.List();
        var before = await list.GetAsync();
        _kit.Write("b");

        _kit.Time.Advance(s_second);
        var after = await list.GetAsync();

        Text(before).ShouldBe("[]");
        Text(after).ShouldContain("\"title\":\"b\"");
        after.List.ETag.ShouldNotBe(before.List.ETag);
    }

    [Fact]
    public async Task A_second_change_with_the_same_time_stamp_is_seen_too()
    {
        var list = _kit.List();
        _kit.Write("a");
        _kit.Time.Advance(TimeSpan.FromMilliseconds(1));
        await list.GetAsync();
        _kit.Rows.Events = [_kit.View(1, "a"), _kit.View(2, "b")];

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task A_change_of_this_process_is_seen_however_old_its_time_stamp_is()
    {
        var list = _kit.List();
        _kit.Time.Advance(TimeSpan.FromMinutes(1));
        await list.GetAsync();
        (_kit.Rows.Events, _kit.Rows.LastChange) = ([_kit.View(1, "late")], _kit.Time.GetUtcNow().AddMinutes(-1));
        _kit.Changes.Note();

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"late\"");
    }

    [Fact]
    public async Task A_change_that_another_process_commits_late_is_seen_though_the_last_change_is_the_same_and_old()
    {
        _kit.Write("a");
        _kit.Time.Advance(3 * s_second);
        var list = _kit.List();
        await list.GetAsync();
        _kit.Rows.Events = [_kit.View(1, "a"), _kit.View(2, "late")];

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"late\"");
    }

    [Fact]
    public async Task Where_adding_up_takes_long_nobody_waits_for_it_and_such_a_change_is_seen_after_ten_seconds_rest()
    {
        _kit.Write("a");
        _kit.Time.Advance(3 * s_second);
        _kit.Rows.WhileAddingUp = () => _kit.Time.Advance(2 * s_second);
        var list = _kit.List();
        await list.GetAsync();
        _kit.Rows.WhileAddingUp = () => { };
        var gate = new TaskCompletionSource();
        _kit.Rows.AfterAddingUp = () => gate.Task;
        _kit.Rows.Events = [_kit.View(1, "a"), _kit.View(2, "late")];

        _kit.Time.Advance(9 * s_second);
        await list.GetAsync();
        _kit.Rows.Marks.ShouldBe(1);
        _kit.Time.Advance(s_second);
        Text(await list.GetAsync()).ShouldNotContain("late");
        gate.SetResult();
        await Waiting.UntilAsync("the rows to be added up beside", () => Task.FromResult(_kit.Rows.MarksDone == 2));
        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"late\"");
    }

    [Fact]
    public async Task Many_lists_add_up_the_rows_together_while_nothing_shows_a_change()
    {
        _kit.Write("a");
        _kit.Time.Advance(3 * s_second);
        var lists = _kit.Lists(20);
        foreach (var list in lists) await list.GetAsync();
        _kit.Rows.WhileAddingUp = () => _kit.Time.Advance(TimeSpan.FromMilliseconds(10));
        var before = _kit.Rows.Marks;

        _kit.Time.Advance(s_second);
        foreach (var list in lists) await list.GetAsync();

        (_kit.Rows.Marks - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_freezes_nothing()
    {
        var list = _kit.List();
        await list.GetAsync();
        _kit.Time.SetUtcNow(_kit.Time.GetUtcNow().AddHours(-1));
        _kit.Rows.Events = [_kit.View(1, "after")];
        _kit.Changes.Note();

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"after\"");
    }

    [Fact]
    public async Task Without_a_change_the_rows_are_not_read_again_until_the_time_to_live_is_over()
    {
        var list = _kit.List();
        await list.GetAsync();
        _kit.Time.Advance(TimeSpan.FromMinutes(29));
        await list.GetAsync();
        _kit.Rows.Lists.ShouldBe(1);

        _kit.Time.Advance(TimeSpan.FromMinutes(1));
        await list.GetAsync();

        _kit.Rows.Lists.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_leaves_the_rows_as_they_were_causes_no_read()
    {
        var list = _kit.List();
        await list.GetAsync();
        _kit.Changes.Note();

        _kit.Time.Advance(s_second);
        await list.GetAsync();

        _kit.Rows.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_store_is_away_the_old_list_is_served_with_its_age()
    {
        var list = _kit.List();
        await list.GetAsync();
        _kit.Rows.Gate = Task.FromException(new InvalidOperationException("away"));

        _kit.Time.Advance(TimeSpan.FromSeconds(90));
        var served = await list.GetAsync();

        served.Age.ShouldBe(TimeSpan.FromSeconds(90));
        Text(served).ShouldBe("[]");
    }

    [Fact]
    public async Task A_list_that_was_never_read_fails_as_the_store_fails_and_recovers_with_it()
    {
        _kit.Rows.Gate = Task.FromException(new InvalidOperationException("away"));
        var list = _kit.List();
        await Should.ThrowAsync<InvalidOperationException>(() => list.GetAsync().AsTask());

        _kit.Rows.Gate = Task.CompletedTask;

        Text(await list.GetAsync()).ShouldBe("[]");
    }
}
