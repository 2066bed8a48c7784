using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.Core.Caching;
using Actors.TestKit;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Caching;

/// <summary>What becomes of lists while the store or the shared cache is away.</summary>
[Collection(OutageCollection.Name)]
public sealed class OutageTests(OutageClusters clusters, ITestOutputHelper output)
{
    private const int Stored = 20;
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(2);
    // Lists that no other test asks for: a silo has them from this one or not at all.
    private static readonly Uri s_concerts = new("/catalog/events?type=concert", UriKind.Relative), s_sport = new("/catalog/events?type=sport", UriKind.Relative);

    [ClusterFact]
    public async Task While_the_store_is_away_a_silo_that_knows_nothing_serves_the_last_list_of_the_cluster_with_its_age()
    {
        var cluster = await clusters.TogetherAsync();
        await cluster.FillAsync(1000, Stored);
        var before = await cluster.Silos[0].ListAsync(s_concerts);

        await cluster.Servers.Postgres.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        var (warm, cold, unknown) = (await cluster.Silos[0].ListAsync(s_concerts), await cluster.Silos[1].ListAsync(s_concerts), await cluster.Silos[1].ListAsync(s_sport));

        output.WriteLine($"warm: age {warm.Age}, {warm.Took.TotalMilliseconds:0} ms; cold: age {cold.Age}, {cold.Took.TotalMilliseconds:0} ms; never made: {unknown.Status}");
        new[] { warm, cold }.ShouldAllBe(a => a.Status == HttpStatusCode.OK && a.Body == before.Body && a.ETag == before.ETag && a.Age >= TimeSpan.FromSeconds(1));
        unknown.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await cluster.Servers.Postgres.RestartAsync();
        await cluster.StoringAgainAsync(1500);
        await Waiting.UntilAsync("the store's own list again", async () => await cluster.Silos[1].ListAsync(s_concerts) is { Status: HttpStatusCode.OK, Age: null });
    }

    [ClusterFact]
    public async Task Silos_that_share_nothing_have_nothing_to_serve_while_the_store_is_away()
    {
        var cluster = await clusters.ApartAsync();
        await cluster.FillAsync(1000, Stored);
        await cluster.Silos[0].ListAsync(s_concerts);

        await cluster.Servers.Postgres.KillAsync();

        (await cluster.Silos[1].ListAsync(s_concerts)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await cluster.Servers.Postgres.RestartAsync();
        await cluster.StoringAgainAsync(1500);
    }

    [ClusterFact]
    public async Task While_Redis_is_away_lists_are_made_from_the_rows_without_delay_and_shared_again_afterwards()
    {
        const int first = 2000;
        var cluster = await clusters.TogetherAsync();
        await cluster.FillAsync(first, Stored);
        foreach (var silo in cluster.Silos) await silo.ListAsync();
        var shared = await cluster.FilledAsync("shared");

        await cluster.Servers.Redis.KillAsync();
        var slowest = await ChangeAsync(cluster, from: first + Stored, times: 5);
        output.WriteLine($"without Redis the slowest change showed at both silos after {slowest.TotalMilliseconds:0} ms");
        slowest.ShouldBeLessThan(s_bound);
        (await cluster.FilledAsync("shared")).ShouldBe(shared);

        await cluster.Servers.Redis.RestartAsync();
        var next = first + Stored + 5;
        await Waiting.UntilAsync("lists to be shared again", async () =>
        {
            await ChangeAsync(cluster, next++, times: 1);
            return await cluster.FilledAsync("shared") > shared;
        });
    }

    [ClusterFact]
    public async Task Changes_of_one_silo_show_at_the_other_in_two_seconds_and_later_where_a_dead_silo_has_the_lease()
    {
        const int first = 3000;
        var cluster = await clusters.TogetherAsync();
        await cluster.FillAsync(first, Stored);
        foreach (var silo in cluster.Silos) await silo.ListAsync();

        var slowest = await ChangeAsync(cluster, from: first + Stored, times: 10);
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{new Uri(cluster.Servers.Redis.Url).Port}");
        RedisKey[] leases = [.. redis.GetServers().Single().Keys(pattern: "*events-cache:*:info").Select(key => (RedisKey)$"{key}".Replace(":info", ":lease", StringComparison.Ordinal))];
        foreach (var lease in leases) await redis.GetDatabase().StringSetAsync(lease, "dead", TimeSpan.FromMinutes(1));
        var held = await ChangeAsync(cluster, from: first + Stored + 10, times: 1);
        await redis.GetDatabase().KeyDeleteAsync(leases);

        output.WriteLine($"shown at the other silo within {slowest.TotalMilliseconds:0} ms; with a lease nobody gives back {held.TotalMilliseconds:0} ms");
        slowest.ShouldBeLessThan(s_bound);
        held.ShouldBeInRange(SharedFill.Patience, SharedFill.Patience + s_bound);
    }

    // Answers how long it took at most, from the moment a change was acknowledged until the lists of both silos have it, the other one's first.
    private static async Task<TimeSpan> ChangeAsync(TestCluster cluster, int from, int times)
    {
        var slowest = TimeSpan.Zero;
        for (var number = from; number < from + times; number++)
        {
            await cluster.FillAsync(number, 1);
            var acknowledged = TimeProvider.System.GetTimestamp();
            foreach (var silo in Enumerable.Reverse(cluster.Silos)) await ShownAsync(silo, Events.UuidOf(number));
            var shown = TimeProvider.System.GetElapsedTime(acknowledged);
            if (shown > slowest) slowest = shown;
        }

        return slowest;
    }

    private static Task ShownAsync(SiloProcess silo, string uuid) => Waiting.UntilAsync($"event {uuid}", async () =>
    {
        var answer = await silo.ListAsync();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body.Contains(uuid, StringComparison.Ordinal);
    });
}
