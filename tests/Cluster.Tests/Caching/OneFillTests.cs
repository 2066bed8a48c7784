using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Promise R10 over three silos: parallel requests for a list that is not cached read the rows once in the cluster.</summary>
[Collection(OutageCollection.Name)]
public sealed class OneFillTests(OutageClusters clusters, ITestOutputHelper output)
{
    private const int Silos = 3;
    private const int Callers = 1000;
    private const int Stored = 100;

    [ClusterFact]
    public async Task A_thousand_who_ask_three_cold_silos_at_once_cause_one_read_and_a_change_one_more()
    {
        await using var cluster = await TestCluster.StartAsync(Silos);
        await cluster.FillAsync(0, Stored);

        var answers = await AskAsync(cluster);

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK && a.Age == null);
        answers.Select(a => a.ETag).Distinct().ShouldHaveSingleItem();
        (await cluster.FilledAsync("rows"), await cluster.FilledAsync("shared")).ShouldBe((1, Silos - 1));

        await cluster.FillAsync(Stored, 1);
        foreach (var silo in cluster.Silos) (await silo.ListedAsync(Stored + 1)).Count.ShouldBe(Stored + 1);
        (await cluster.FilledAsync("rows")).ShouldBe(2, "the list before the change, and the one after it");
    }

    [ClusterFact]
    public async Task Silos_that_share_nothing_read_once_each()
    {
        var cluster = await clusters.ApartAsync();
        await cluster.FillAsync(0, Stored);
        var before = await cluster.FilledAsync("rows");

        var answers = await AskAsync(cluster);

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        (await cluster.FilledAsync("rows") - before, await cluster.FilledAsync("shared")).ShouldBe((cluster.Silos.Count, 0));
    }

    private async Task<ListAnswer[]> AskAsync(TestCluster cluster)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => cluster.Silos[caller % cluster.Silos.Count].ListAsync()));
        output.WriteLine($"{Callers} answers within {answers.Max(a => a.Took).TotalMilliseconds:0} ms; read from rows {await cluster.FilledAsync("rows")}, shared {await cluster.FilledAsync("shared")}");
        return answers;
    }
}
