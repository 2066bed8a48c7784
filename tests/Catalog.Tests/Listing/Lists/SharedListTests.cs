using Actors.Catalog.Listing.Lists;
using Actors.Core.Tests.Caching;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Lists of several processes with the same rows.</summary>
public sealed class SharedListTests
{
    private readonly SharedMemory _shared;
    private readonly ListKit _kit;

    public SharedListTests()
    {
        var time = new ManualTimeProvider();
        _shared = new SharedMemory(time);
        _kit = new ListKit { Time = time, Cache = _shared };
    }

    [Fact]
    public async Task One_process_reads_for_all()
    {
        _kit.Write("a");
        var first = await _kit.List().GetAsync();

        var second = await _kit.List().GetAsync();

        ListKit.Text(second).ShouldBe(ListKit.Text(first));
        (second.List.ETag, second.Age, _kit.Rows.Lists).ShouldBe((first.List.ETag, TimeSpan.Zero, 1));
    }

    [Fact]
    public async Task An_outdated_shared_list_is_not_used()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Write("b");

        ListKit.Text(await _kit.List().GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task One_process_finds_that_a_list_is_too_long()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        await _kit.List().GetAsync();

        (await _kit.List().GetAsync()).List.ShouldBeOfType<StreamedList>();

        _kit.Rows.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_store_is_unavailable_a_new_process_serves_the_shared_copy()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(30));
        _kit.Rows.Gate = Task.FromException(new StoreUnavailableException());
        var cold = _kit.List();

        var served = await cold.GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(30));
        var later = await cold.GetAsync();

        ListKit.Text(served).ShouldContain("\"title\":\"a\"");
        (served.Age.TotalSeconds, later.Age.TotalSeconds, _shared.Reads).ShouldBe((30, 60, 1));
    }

    [Fact]
    public async Task A_slow_store_is_replaced_by_the_shared_copy_after_two_seconds()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        var never = new TaskCompletionSource();
        _kit.Rows.Gate = never.Task;
        var asked = _kit.List().GetAsync().AsTask();

        while (_kit.Time.ActiveTimers == 0) await Task.Yield();
        _kit.Time.Advance(TimeSpan.FromSeconds(1.9));
        asked.IsCompleted.ShouldBeFalse();
        _kit.Time.Advance(TimeSpan.FromSeconds(0.1));
        var served = await asked.Within("the shared copy");

        (ListKit.Text(served).Contains("\"title\":\"a\"", StringComparison.Ordinal), served.Age).ShouldBe((true, TimeSpan.FromSeconds(2)));
        never.SetResult();
    }

    [Fact]
    public async Task When_the_store_recovers_its_rows_are_served()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Rows.Gate = Task.FromException(new StoreUnavailableException());
        var cold = _kit.List();
        await cold.GetAsync();
        _kit.Rows.Gate = Task.CompletedTask;
        _kit.Write("b");

        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        var served = await cold.GetAsync();

        (ListKit.Text(served).Contains("\"title\":\"b\"", StringComparison.Ordinal), served.Age).ShouldBe((true, TimeSpan.Zero));
    }

    [Fact]
    public async Task Without_a_shared_copy_the_failure_of_the_store_is_thrown()
    {
        _kit.Rows.Gate = Task.FromException(new StoreUnavailableException());

        await Should.ThrowAsync<StoreUnavailableException>(_kit.List().GetAsync().AsTask());
    }

    [Fact]
    public void Builds_do_not_share_lists() =>
        typeof(ListLoader).Module.ModuleVersionId.ToString("N").ShouldStartWith(ListLoader.Format);

    [Fact]
    public async Task The_time_to_live_begins_when_another_process_read_the_rows()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Time.Advance(TimeSpan.FromMinutes(20));
        var second = _kit.List();
        await second.GetAsync();
        _kit.Rows.Lists.ShouldBe(1);

        _kit.Time.Advance(TimeSpan.FromMinutes(10));
        await second.GetAsync();

        _kit.Rows.Lists.ShouldBe(2);
    }

    [Fact]
    public async Task A_copy_from_before_a_restored_backup_is_not_used()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(1));

        _kit.Rows.Restore([_kit.View(1, "b")]);

        ListKit.Text(await _kit.List().GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task A_shared_list_keeps_its_own_point()
    {
        _kit.Write("a");
        var late = _kit.List();
        await late.GetAsync();
        _kit.Write("b");
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        _kit.Rows.AfterLook = async () =>
        {
            // Before this process continues, another one reads a later change.
            _kit.Rows.AfterLook = () => Task.CompletedTask;
            _kit.Write("c");
            await _kit.List().GetAsync();
        };

        var served = await late.GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(5));
        await late.GetAsync();

        ListKit.Text(served).ShouldContain("\"title\":\"c\"");
        served.List.Point.ShouldBe((await _kit.Rows.ChangesAsync(null, 0)).Now);
        _kit.Rows.Lists.ShouldBe(2);
    }

    [Fact]
    public async Task A_served_shared_copy_is_logged_and_counted()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Rows.Gate = Task.FromException(new StoreUnavailableException());
        var cold = _kit.List();
        using var counted = new CountedMeasure("catalog.list.instead", _kit.Meters);

        await cold.GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        await cold.GetAsync();

        counted.Sum.ShouldBe(2);
        _kit.Log.Lines.Count(line => line.Contains("serving the shared copy of the list", StringComparison.Ordinal)).ShouldBe(2);
    }
}
