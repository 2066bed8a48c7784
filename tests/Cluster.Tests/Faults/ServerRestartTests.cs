using System.Net;
using Actors.Cluster.Tests.Caching;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Outages of the servers that silos share.</summary>
[Collection(OutageCollection.Name)]
public sealed class ServerRestartTests(OutageClusters clusters)
{
    [ClusterFact]
    public async Task Members_work_without_Redis_and_new_ones_join_after_it_returns()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var events = new Events(cluster.Servers.Site);

        await cluster.Servers.Redis.KillAsync();
        for (var number = 0; number < 40; number++)
            (await cluster.Silos[number % 2].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);
        await cluster.Servers.Redis.RestartAsync();
        var third = await cluster.AddAsync();

        (await third.ListedAsync(40)).Count.ShouldBe(40);
        for (var number = 40; number < 60; number++)
            (await cluster.Silos[number % 3].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task PostgreSQL_outage_loses_no_acknowledged_event()
    {
        const int first = 5000, away = first + 20, last = first + 39;
        var cluster = await clusters.TogetherAsync();
        var events = new Events(cluster.Servers.Site);
        var acknowledged = new List<int>();
        for (var number = first; number < away; number++)
            await UploadUntilStoredAsync(number);

        await cluster.Servers.Postgres.KillAsync();
        await UploadAsync(away);
        acknowledged.ShouldNotContain(away);
        await cluster.Servers.Postgres.RestartAsync();
        await cluster.StoringAgainAsync(last + 1);
        for (var number = away + 1; number <= last; number++)
            await UploadUntilStoredAsync(number);

        acknowledged.Count.ShouldBe(last - first);
        var expected = acknowledged.Select(Events.UuidOf).ToList();
        foreach (var silo in cluster.Silos)
            (await silo.ListedAsync(expected)).ShouldBe(expected, ignoreOrder: true);

        // A silo with a broken pooled connection may refuse one more request.
        Task UploadUntilStoredAsync(int number) => Waiting.UntilAsync($"event {number} to be stored", async () =>
        {
            await UploadAsync(number);
            return acknowledged.Contains(number);
        });

        async Task UploadAsync(int number)
        {
            if (await cluster.Silos[number % 2].UploadAsync(events.Event(number)) == HttpStatusCode.Created)
                acknowledged.Add(number);
        }
    }
}
