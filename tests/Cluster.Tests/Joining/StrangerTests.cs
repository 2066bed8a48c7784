using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Joining;

/// <summary>Promise S19: who has no certificate of the cluster's authority cannot join, even with the addresses and passwords of everything else.</summary>
public sealed class StrangerTests
{
    // Longer than a silo with a certificate takes to join.
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(15);

    [ClusterFact]
    public async Task Silos_with_certificates_join_and_others_do_not()
    {
        using var ours = new Certificates();
        using var others = new Certificates();
        await using var cluster = await TestCluster.StartAsync(1, ours.SettingsOf("first"));
        await cluster.AddAsync(ours.SettingsOf("second"));
        var events = new Events(cluster.Servers.Site);
        for (var number = 0; number < 20; number++)
            (await cluster.Silos[number % 2].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);

        (await JoinsAsync(cluster, [])).ShouldBeFalse("without a certificate");
        (await JoinsAsync(cluster, others.SettingsOf("stranger"))).ShouldBeFalse("with another authority's certificate");

        for (var number = 20; number < 40; number++)
            (await cluster.Silos[number % 2].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Where_no_certificates_are_asked_for_anybody_joins()
    {
        await using var cluster = await TestCluster.StartAsync(1);

        (await JoinsAsync(cluster, [], Waiting.Patience)).ShouldBeTrue();
    }

    private static async Task<bool> JoinsAsync(TestCluster cluster, (string Name, string? Value)[] changes, TimeSpan? patience = null)
    {
        using var settings = cluster.Servers.Settings(changes);
        await using var stranger = SiloProcess.Launch(settings);
        try
        {
            await Waiting.UntilAsync("the stranger to join", async () => stranger.HasExited || await stranger.IsReadyAsync(), patience ?? s_longEnough);
        }
        catch (TimeoutException)
        {
            return false;
        }

        return !stranger.HasExited;
    }
}
