using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Faults;

/// <summary>What the silos share may go away and come back.</summary>
public sealed class ServerRestartTests
{
    [ClusterFact]
    public async Task Without_Redis_members_go_on_and_with_it_back_others_join()
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
    public async Task Without_PostgreSQL_nothing_is_acknowledged_and_nothing_acknowledged_is_lost()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var events = new Events(cluster.Servers.Site);
        var acknowledged = new List<int>();
        for (var number = 0; number < 20; number++)
            await UploadAsync(number);

        await cluster.Servers.Postgres.KillAsync();
        await UploadAsync(20);
        acknowledged.ShouldNotContain(20);
        await cluster.Servers.Postgres.RestartAsync();
        await Waiting.UntilAsync("uploads to work again", async () => await cluster.Silos[1].UploadAsync(events.Event(21)) is { } status
            && status < HttpStatusCode.InternalServerError);
        for (var number = 22; number < 40; number++)
            await UploadAsync(number);

        acknowledged.Count.ShouldBe(38);
        (await cluster.Silos[1].ListedAsync(39)).ShouldBeSubsetOf(Enumerable.Range(0, 40).Select(Events.UuidOf));
        acknowledged.Select(Events.UuidOf).ShouldBeSubsetOf(await cluster.Silos[0].ListedAsync(39));

        async Task UploadAsync(int number)
        {
            if (await cluster.Silos[number % 2].UploadAsync(events.Event(number)) == HttpStatusCode.Created)
                acknowledged.Add(number);
        }
    }
}
