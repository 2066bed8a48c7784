using Actors.Core.Caching;
using Actors.TestKit;
using StackExchange.Redis;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Values and leases in a real Redis.</summary>
public sealed class RedisCacheTests : IAsyncLifetime
{
    private const string Key = "catalog:events-cache:all";
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30), s_lease = TimeSpan.FromMinutes(1), s_short = TimeSpan.FromMilliseconds(50);
    private static readonly SharedValue s_value = new("v1", DateTimeOffset.FromUnixTimeMilliseconds(1_780_000_000_123), "[1]"u8.ToArray());
    private RedisServer _redis = null!;
    private CacheClient _client = null!;

    private ISharedCache Cache => _client.Cache;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null) return;
        _redis = await RedisServer.StartAsync();
        // The guard's clock stands still: these tests do not measure how long a call takes, and a busy machine takes longer. Redis expires leases by its own clock.
        _client = await CacheClient.ConnectAsync(new Uri(_redis.Url).Port, guardTime: new ManualTimeProvider());
        await Waiting.UntilAsync("the connection", async () => !(await Cache.FindAsync("none")).IsAway);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [RedisFact]
    public async Task A_value_is_found_as_it_was_published()
    {
        await Cache.PublishAsync(Key, "", s_value, s_keep);

        var found = (await Cache.FindAsync(Key)).Found!;
        var read = (await Cache.ReadAsync(Key, found))!;

        (found.Version, found.MadeAt, found.Length).ShouldBe((s_value.Version, s_value.MadeAt, s_value.Body.Length));
        (read.Version, read.MadeAt).ShouldBe((s_value.Version, s_value.MadeAt));
        read.Body.ToArray().ShouldBe(s_value.Body.ToArray());
    }

    // Decision C47: other programs read the documented key.
    [RedisFact]
    public async Task The_documented_key_holds_the_plain_bytes_for_the_time_to_live()
    {
        await Cache.PublishAsync(Key, "", s_value, s_keep);

        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{new Uri(_redis.Url).Port}");
        var database = admin.GetDatabase();
        ((string?)await database.StringGetAsync(Key)).ShouldBe("[1]");
        (await database.KeyTimeToLiveAsync(Key))!.Value.ShouldBeInRange(s_keep - TimeSpan.FromMinutes(5), s_keep);
    }

    [RedisFact]
    public async Task An_empty_value_leaves_no_bytes_of_the_one_before()
    {
        await Cache.PublishAsync(Key, "", s_value, s_keep);
        await Cache.PublishAsync(Key, "", s_value with { Body = default }, s_keep);

        (await Cache.ReadAsync(Key, (await Cache.FindAsync(Key)).Found!))!.Body.Length.ShouldBe(0);
    }

    [RedisFact]
    public async Task A_value_that_was_replaced_since_it_was_found_is_not_read()
    {
        await Cache.PublishAsync(Key, "", s_value, s_keep);
        var found = (await Cache.FindAsync(Key)).Found!;
        await Cache.PublishAsync(Key, "", s_value with { Version = "v2" }, s_keep);

        (await Cache.ReadAsync(Key, found)).ShouldBeNull();
    }

    [RedisFact]
    public async Task One_process_has_the_lease_until_it_publishes()
    {
        var lease = (await Cache.LeaseAsync(Key, s_lease)).ShouldNotBeNull();
        (await Cache.LeaseAsync(Key, s_lease)).ShouldBeNull();

        await Cache.PublishAsync(Key, lease, s_value, s_keep);

        (await Cache.LeaseAsync(Key, s_lease)).ShouldNotBeNull();
    }

    [RedisFact]
    public async Task An_expired_lease_goes_to_the_next_and_its_old_owner_cannot_release_it()
    {
        var lost = (await Cache.LeaseAsync(Key, s_short)).ShouldNotBeNull();
        string? next = null;
        await Waiting.UntilAsync("the lease to expire", async () => (next = await Cache.LeaseAsync(Key, s_lease)) is not null);

        await Cache.PublishAsync(Key, lost, s_value, s_keep);
        await Cache.ReleaseAsync(Key, lost);
        await Cache.ReleaseAsync(Key, "");

        (await Cache.LeaseAsync(Key, s_lease)).ShouldBeNull("the next process has it");
        await Cache.ReleaseAsync(Key, next!);
        (await Cache.LeaseAsync(Key, s_lease)).ShouldNotBeNull();
    }

    [RedisFact]
    public async Task A_value_expires()
    {
        await Cache.PublishAsync(Key, "", s_value, s_short);

        await Waiting.UntilAsync("the value to expire", async () => (await Cache.FindAsync(Key)).Found is null);
    }
}
