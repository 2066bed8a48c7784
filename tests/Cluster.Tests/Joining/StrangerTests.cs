using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Joining;

/// <summary>Promise S19: a silo without a certificate of the cluster's authority cannot join, even with all addresses and passwords.</summary>
public sealed class StrangerTests
{
    // Logged by a joining silo when a member did not respond; it keeps trying. On a busy machine a member may be late once.
    private const string Unanswered = "Failed to get ping responses";
    private const int Refusals = 3;

    [ClusterFact]
    public async Task Only_silos_with_a_certificate_join()
    {
        using var ours = new Certificates();
        using var others = new Certificates();
        await using var cluster = await TestCluster.StartAsync(1, ours.SettingsOf("first"));
        await cluster.AddAsync(ours.SettingsOf("second"));
        var events = new Events(cluster.Servers.Site);
        for (var number = 0; number < 20; number++)
            (await cluster.Silos[number % 2].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);

        var joined = await Task.WhenAll(JoinsAsync(cluster, []), JoinsAsync(cluster, others.SettingsOf("stranger")));

        joined.ShouldAllBe(joins => !joins, "without a certificate, and with another authority's");

        for (var number = 20; number < 40; number++)
            (await cluster.Silos[number % 2].UploadAsync(events.Event(number))).ShouldBe(HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Control_without_TLS_any_silo_joins()
    {
        await using var cluster = await TestCluster.StartAsync(1);

        await cluster.AddAsync();
    }

    private static async Task<bool> JoinsAsync(TestCluster cluster, (string Name, string? Value)[] changes)
    {
        using var settings = cluster.Servers.Settings(changes);
        await using var stranger = SiloProcess.Launch(settings);
        var joined = false;
        // Members may vote it out earlier; then it exits.
        await Waiting.UntilAsync("the stranger to join or to be refused", async () =>
            stranger.HasExited || (joined = await stranger.IsReadyAsync()) || stranger.Output.Split(Unanswered).Length > Refusals);
        return joined;
    }
}
