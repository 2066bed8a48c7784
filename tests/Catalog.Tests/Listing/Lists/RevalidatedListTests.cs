using static Actors.Catalog.Tests.Listing.Lists.ListKit;

namespace Actors.Catalog.Tests.Listing.Lists;

public sealed class RevalidatedListTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ListKit _kit = new();

    [Fact]
    public async Task A_thousand_concurrent_requests_cause_one_read()
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
    public async Task Control_Without_single_flight_there_are_a_thousand_reads()
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
    public async Task A_restored_backup_is_seen_within_a_second()
    {
        _kit.Write("a");
        var list = _kit.List();
        await list.GetAsync();
        _kit.Rows.Restore([_kit.View(1, "restored")]);

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"restored\"");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_stop_revalidation()
    {
        var list = _kit.List();
        await list.GetAsync();
        _kit.Time.SetUtcNow(_kit.Time.GetUtcNow().AddHours(-1));
        _kit.Rows.Events = [_kit.View(1, "after")];

        _kit.Time.Advance(s_second);

        Text(await list.GetAsync()).ShouldContain("\"title\":\"after\"");
    }

    [Fact]
    public async Task Unchanged_rows_are_read_again_after_the_time_to_live()
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
    public async Task A_list_is_revalidated_once_a_second()
    {
        var list = _kit.List();
        await list.GetAsync();
        var before = _kit.Rows.Looks;

        for (var i = 0; i < 10; i++) await list.GetAsync();
        _kit.Time.Advance(s_second);
        for (var i = 0; i < 10; i++) await list.GetAsync();

        (_kit.Rows.Looks - before, _kit.Rows.Lists).ShouldBe((1, 1));
    }

    [Fact]
    public async Task While_the_store_is_unavailable_the_old_list_is_served_with_its_age()
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
    public async Task A_list_that_was_never_read_fails_with_the_store()
    {
        _kit.Rows.Gate = Task.FromException(new InvalidOperationException("away"));
        var list = _kit.List();
        await Should.ThrowAsync<InvalidOperationException>(() => list.GetAsync().AsTask());

        _kit.Rows.Gate = Task.CompletedTask;

        Text(await list.GetAsync()).ShouldBe("[]");
    }
}
