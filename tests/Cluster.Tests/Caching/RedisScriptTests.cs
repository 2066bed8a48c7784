using Actors.Core.Caching;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Values and leases as Redis itself decides on them.</summary>
public sealed class RedisScriptTests : IAsyncLifetime
{
    private const string Key = "list";
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30), s_lease = TimeSpan.FromMinutes(1), s_short = TimeSpan.FromMilliseconds(50);
    private RedisServer _redis = null!;
    private CacheClient _client = null!;

    private ISharedCache Cache => _client.Cache;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null) return;
        _redis = await RedisServer.StartAsync();
        // The guard's clock stands still: how long a call may take is not asked here, and a busy machine takes longer. Redis decides on leases by its own clock.
        _client = await CacheClient.ConnectAsync(new Uri(_redis.Url).Port, guardTime: new ManualTimeProvider());
        await Waiting.UntilAsync("the connection", async () => (await Cache.FindOrLeaseAsync("none", Wish(1, "a"), s_lease)).State != SharedState.Away);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [RedisTheory]
    [InlineData(5, "a", 0)]
    [InlineData(5, "a", 1799)]
    [InlineData(5, "a", 1800)]
    [InlineData(5, "a", -60)]
    [InlineData(5, "b", 0)]
    [InlineData(6, "b", 0)]
    [InlineData(6, "b", 10)]
    [InlineData(6, "b", -10)]
    [InlineData(6, "b", 11)]
    [InlineData(6, "b", -11)]
    [InlineData(4, "b", 0)]
    [InlineData(10, "b", 0)]
    public async Task Redis_finds_what_a_wish_takes_and_nothing_else(long number, string mark, int age)
    {
        var (wish, version, madeAt) = (Wish(5, "a"), new SharedVersion(number, mark), s_now.AddSeconds(-age));
        await Cache.PublishAsync(Key, "", new SharedValue(version, madeAt, new byte[] { 1, 2 }), s_now, s_keep);

        var answer = await Cache.FindOrLeaseAsync(Key, wish, s_lease);

        answer.State.ShouldBe(wish.Takes(version, madeAt) ? SharedState.Found : SharedState.Leased);
        if (answer.Value is not { } found) return;
        (found.Version, found.MadeAt).ShouldBe((version, madeAt));
        found.Body.ToArray().ShouldBe([1, 2]);
    }

    [RedisFact]
    public async Task A_lease_is_for_a_version_and_for_less_and_is_taken_over_for_more()
    {
        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Leased);

        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Busy);
        (await Cache.FindOrLeaseAsync(Key, Wish(4, "a"), s_lease)).State.ShouldBe(SharedState.Busy);
        (await Cache.FindOrLeaseAsync(Key, Wish(6, "a"), s_lease)).State.ShouldBe(SharedState.Leased);
        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Busy);
    }

    [RedisFact]
    public async Task A_lease_that_ran_out_is_given_to_the_next()
    {
        await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_short);

        await Waiting.UntilAsync("the lease to run out", async () => (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State == SharedState.Leased);
    }

    [RedisFact]
    public async Task Who_has_no_lease_any_more_publishes_all_the_same_and_leaves_the_lease_of_another()
    {
        var lost = await LeaseAsync(5, s_short);
        await Waiting.UntilAsync("another to have the lease", async () => (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State == SharedState.Leased);

        await Cache.PublishAsync(Key, lost, Value(5), s_now, s_keep);

        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Found);
        (await Cache.FindOrLeaseAsync(Key, Wish(5, "other"), s_lease)).State.ShouldBe(SharedState.Busy);
    }

    [RedisFact]
    public async Task Who_publishes_gives_his_lease_back()
    {
        await Cache.PublishAsync(Key, await LeaseAsync(5, s_lease), Value(5), s_now, s_keep);

        (await Cache.FindOrLeaseAsync(Key, Wish(5, "other"), s_lease)).State.ShouldBe(SharedState.Leased);
    }

    [RedisFact]
    public async Task Something_older_replaces_nothing_newer_unless_a_backup_was_put_back()
    {
        await Cache.PublishAsync(Key, "", Value(6), s_now, s_keep);
        await Cache.PublishAsync(Key, "", Value(5), s_now, s_keep);
        (await Cache.LastAsync(Key))!.Version.Number.ShouldBe(6);

        await Cache.PublishAsync(Key, "", Value(5), s_now + SharedWish.Recent + TimeSpan.FromSeconds(1), s_keep);

        (await Cache.LastAsync(Key))!.Version.Number.ShouldBe(5);
    }

    [RedisFact]
    public async Task A_lease_is_given_back_by_who_has_it_only()
    {
        var mine = await LeaseAsync(5, s_lease);

        await Cache.ReleaseAsync(Key, "somebody");
        await Cache.ReleaseAsync(Key, "");
        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Busy);
        await Cache.ReleaseAsync(Key, mine);

        (await Cache.FindOrLeaseAsync(Key, Wish(5, "a"), s_lease)).State.ShouldBe(SharedState.Leased);
    }

    [RedisFact]
    public async Task A_value_is_gone_after_its_time()
    {
        await Cache.PublishAsync(Key, "", Value(5), s_now, s_short);

        await Waiting.UntilAsync("the value to be gone", async () => await Cache.LastAsync(Key) is null);
    }

    private static SharedWish Wish(long number, string mark) => new(new SharedVersion(number, mark), s_now, s_keep);

    private static SharedValue Value(long number) => new(new SharedVersion(number, "a"), s_now, new byte[] { 1 });

    private async Task<string> LeaseAsync(long number, TimeSpan lease) => (await Cache.FindOrLeaseAsync(Key, Wish(number, "a"), lease)).Lease.ShouldNotBeNull();
}
