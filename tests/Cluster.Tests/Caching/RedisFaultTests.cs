using Actors.Hosting.Caching;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Promise R11 for Redis: however it misbehaves, values are made within a bounded time, it is soon left alone, and comes back by a probe.</summary>
public sealed class RedisFaultTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(1.5), s_opened = TimeSpan.FromSeconds(5);

    [RedisTheory]
    [InlineData(Fault.Latency)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.LostAnswers)]
    [InlineData(Fault.SlowBody)]
    [InlineData(Fault.WrongLength)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.Closed)]
    [InlineData(Fault.Refused)]
    public async Task Whatever_is_wrong_values_are_made_in_time_and_shared_again_afterwards(Fault fault)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var proxy = new FaultProxy(new Uri(redis.Url).Port, SeededRandom.Create(output).Next());
        await using var client = await CacheClient.ConnectAsync(proxy.Port);
        await client.TimedAsync("before");

        proxy.Fault = fault;
        var (slowest, opened) = await OpenAsync(client);
        var alone = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => client.TimedAsync($"alone-{n}")));

        proxy.Fault = Fault.None;
        var back = await SharedAgainAsync(client, redis);
        output.WriteLine($"fault {fault}: slowest {slowest.TotalMilliseconds:0} ms, left alone after {opened.TotalMilliseconds:0} ms, then {alone.Max().TotalMilliseconds:0} ms; shared {back.TotalSeconds:0.0} s after it was mended");
        slowest.ShouldBeLessThan(s_bound);
        opened.ShouldBeLessThan(s_opened);
        alone.Max().ShouldBeLessThan(CacheGuard.MaxCallTime);
    }

    [RedisTheory]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.LostAnswers)]
    public async Task Without_a_breaker_every_value_pays_for_it(Fault fault)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var proxy = new FaultProxy(new Uri(redis.Url).Port, seed: 1);
        await using var client = await CacheClient.ConnectAsync(proxy.Port, breaking: false);
        await client.TimedAsync("before");

        proxy.Fault = fault;

        for (var n = 0; n < 6; n++) (await client.TimedAsync($"{n}")).ShouldBeGreaterThan(CacheGuard.MaxCallTime - TimeSpan.FromMilliseconds(20));
    }

    [RedisTheory]
    [InlineData(8 << 20)]
    public async Task The_longest_list_is_shared_within_the_time_a_call_may_take(int length)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await CacheClient.ConnectAsync(new Uri(redis.Url).Port);
        await using var other = await CacheClient.ConnectAsync(new Uri(redis.Url).Port);

        var published = await one.TimedAsync("v", length);
        var found = await other.Fill.LastAsync("list");

        output.WriteLine($"{length} bytes were published within {published.TotalMilliseconds:0} ms");
        found!.Body.Length.ShouldBe(length);
    }

    [RedisTheory]
    [InlineData("{list}:test:info", "none")]
    [InlineData("{list}:test:info", "x 10 y v")]
    [InlineData("{list}:test:info", null)]
    [InlineData("list", "other bytes")]
    [InlineData("list", null)]
    public async Task A_value_that_is_not_whole_is_a_miss(string key, string? value)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var client = await CacheClient.ConnectAsync(new Uri(redis.Url).Port);
        await client.TimedAsync("whole");
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{new Uri(redis.Url).Port}");
        if (value is null) await admin.GetDatabase().KeyDeleteAsync(key);
        else await admin.GetDatabase().StringSetAsync(key, value);

        (await client.Fill.LastAsync("list")).ShouldBeNull();

        await client.TimedAsync("whole");
        (await client.Fill.LastAsync("list"))!.Version.ShouldBe("whole", "it was made and shared again");
    }

    [RedisFact]
    public async Task Whatever_a_call_throws_is_what_is_answered_for_that_case()
    {
        var guard = new CacheGuard(TimeProvider.System, NullLogger<CacheGuard>.Instance);
        foreach (var failure in new Exception[] { new InvalidCastException(), new FormatException(), new TaskCanceledException(), new ObjectDisposedException("x") })
            (await guard.CallAsync(() => Task.FromException<int>(failure), fallback: 7)).ShouldBe(7);
    }

    private static async Task<(TimeSpan Slowest, TimeSpan Opened)> OpenAsync(CacheClient client)
    {
        var (started, slowest) = (TimeProvider.System.GetTimestamp(), TimeSpan.Zero);
        for (var n = 0; !client.Guard.IsOpen && TimeProvider.System.GetElapsedTime(started) < s_opened; n++)
        {
            var took = await client.TimedAsync($"{n}");
            if (took > slowest) slowest = took;
        }

        client.Guard.IsOpen.ShouldBeTrue();
        return (slowest, TimeProvider.System.GetElapsedTime(started));
    }

    // What this client makes is found by another that has nothing in its way.
    private static async Task<TimeSpan> SharedAgainAsync(CacheClient client, RedisServer redis)
    {
        await using var other = await CacheClient.ConnectAsync(new Uri(redis.Url).Port);
        var (started, n) = (TimeProvider.System.GetTimestamp(), 0);
        await Waiting.UntilAsync("values to be shared again", async () =>
        {
            await client.TimedAsync($"again-{++n}");
            return await other.Fill.LastAsync("list") is { } last && last.Version == $"again-{n}";
        }, TimeSpan.FromSeconds(30));
        return TimeProvider.System.GetElapsedTime(started);
    }
}
