using Actors.Catalog.Listing.Lists;
using Actors.Core.Tests.Caching;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Lists of several processes over the same rows.</summary>
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
    public async Task What_one_process_read_the_others_have_without_reading()
    {
        _kit.Write("a");
        var first = await _kit.List().GetAsync();

        var second = await _kit.List().GetAsync();

        ListKit.Text(second).ShouldBe(ListKit.Text(first));
        (second.List.ETag, second.Age, _kit.Rows.Lists).ShouldBe((first.List.ETag, TimeSpan.Zero, 1));
    }

    [Fact]
    public async Task What_others_read_before_a_change_is_not_taken_after_it()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Write("b");

        ListKit.Text(await _kit.List().GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task That_a_list_is_too_long_is_found_out_once()
    {
        _kit.Rows.Events = _kit.Views(10_000_000);
        await _kit.List().GetAsync();

        (await _kit.List().GetAsync()).List.ShouldBeOfType<LongList>();

        _kit.Rows.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_store_is_away_a_process_that_knows_nothing_serves_what_others_made_with_its_age()
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
    public async Task A_store_that_does_not_answer_is_waited_for_two_seconds_where_others_have_the_list()
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
        var served = await asked.Within("the list of others");

        (ListKit.Text(served).Contains("\"title\":\"a\"", StringComparison.Ordinal), served.Age).ShouldBe((true, TimeSpan.FromSeconds(2)));
        never.SetResult();
    }

    [Fact]
    public async Task When_the_store_is_back_its_rows_are_served_again()
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
    public async Task Where_nobody_made_it_the_store_that_is_away_is_the_answer()
    {
        _kit.Rows.Gate = Task.FromException(new StoreUnavailableException());

        await Should.ThrowAsync<StoreUnavailableException>(_kit.List().GetAsync().AsTask());
    }

    [Fact]
    public void Another_build_of_the_code_shares_nothing_with_this_one() =>
        typeof(SharedLists).Module.ModuleVersionId.ToString("N").ShouldStartWith(SharedLists.Format);

    [Fact]
    public async Task Of_what_others_read_the_time_to_live_began_then()
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
    public async Task A_copy_from_before_a_restored_backup_is_not_taken()
    {
        _kit.Write("a");
        await _kit.List().GetAsync();
        _kit.Time.Advance(TimeSpan.FromSeconds(1));

        _kit.Rows.Restore([_kit.View(1, "b")]);

        ListKit.Text(await _kit.List().GetAsync()).ShouldContain("\"title\":\"b\"");
    }

    [Fact]
    public async Task A_process_that_looked_before_a_change_takes_what_others_made_after_it_and_knows_it_as_such()
    {
        _kit.Write("a");
        var late = _kit.List();
        await late.GetAsync();
        _kit.Write("b");
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        _kit.Rows.AfterLook = async () =>
        {
            // Before this process goes on, another reads a later change.
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
    public async Task That_others_list_is_served_instead_is_logged_and_counted()
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
        _kit.Log.Lines.Count(line => line.Contains("is what another process made at", StringComparison.Ordinal)).ShouldBe(2);
    }
}
