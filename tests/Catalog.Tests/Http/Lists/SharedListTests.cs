using Actors.Catalog.Http.Lists;
using Actors.Plumbing.Caching;
using Actors.Plumbing.Storage;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Http.Lists;

/// <summary>Lists of several processes over the same rows.</summary>
public sealed class SharedListTests
{
    private readonly OneValue _shared = new();
    private readonly ListKit _kit;

    public SharedListTests() => _kit = new ListKit { Cache = _shared };

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
        (served.Age.TotalSeconds, later.Age.TotalSeconds, _shared.Asked).ShouldBe((30, 60, 1));
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
    public async Task Who_changes_the_bytes_of_a_list_changes_its_format()
    {
        _kit.Write("a");

        var list = ListKit.Text(await _kit.List().GetAsync());

        (SharedLists.Format, list).ShouldBe((1, """
            [{"id":1,"uuid":"00000000-0000-0000-0000-000000000000","source_id":null,"event_type":"concert","title":"a","description":"","price":1,"date_preview":"2026-09-01T18:00:00","date_list":[],"place":"","genre":"","age":null,"image_url":"/posters/x.webp","url":"http://x","created_at":"2026-03-02T09:00:00Z"}]
            """), "silos of both versions run side by side in a rollout: raise SharedLists.Format with the bytes");
    }

    /// <summary>What a cluster shares, when it has one list and nobody asks at once.</summary>
    private sealed class OneValue : ISharedCache
    {
        private SharedValue? _value;

        public int Asked { get; private set; }

        public Task<SharedAnswer> FindOrLeaseAsync(string key, string version, TimeSpan lease) =>
            Task.FromResult(_value?.Version == version ? new SharedAnswer(SharedState.Found, _value) : new SharedAnswer(SharedState.Leased, Lease: "mine"));

        public Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep)
        {
            _value = value;
            return Task.CompletedTask;
        }

        public Task ReleaseAsync(string key, string lease) => Task.CompletedTask;

        public Task<SharedValue?> LastAsync(string key)
        {
            Asked++;
            return Task.FromResult(_value);
        }
    }
}
