using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Concurrent requests for one key at both silos.</summary>
[Collection(TwoSilosCollection.Name)]
public sealed class HotKeyTests(TwoSilos two)
{
    private const int Callers = 64;

    [ClusterFact]
    public async Task Event_sent_to_both_silos_is_created_once()
    {
        var cluster = await two.StartedAsync();
        var body = new Events(cluster.Servers.Site).Event(0);

        var statuses = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => cluster.Silos[caller % 2].UploadAsync(body)));

        statuses.ShouldAllBe(status => status != null && status < HttpStatusCode.InternalServerError);
        foreach (var silo in cluster.Silos)
            (await silo.ListedAsync(1)).ShouldHaveSingleItem();
        cluster.Servers.Site.Count("/0.bmp").ShouldBe(1);
    }
}
