using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Promise R2 with two silos: despite kills, every sent event is stored exactly once.</summary>
[Collection(KilledSilosCollection.Name)]
public sealed class KillTests(KilledSilos killed, ITestOutputHelper output)
{
    private const int Batches = 40;
    private const int BatchSize = 50;
    private const int Kills = 8;

    [ClusterFact]
    public async Task Sent_events_survive_kills()
    {
        var random = SeededRandom.Create(output);
        var cluster = await killed.StartedAsync();
        var events = new Events(cluster.Servers.Site);
        var killAt = Enumerable.Range(1, Batches - 1).OrderBy(_ => random.Next()).Take(Kills).ToHashSet();
        var created = new List<string>();
        var repeated = 0;
        for (var b = 0; b < Batches; b++)
        {
            var sender = cluster.Silos[random.Next(2)];
            if (killAt.Contains(b))
                repeated += await SendUnderKillAsync(cluster, sender, events, b, created, random);
            else
                repeated += await SendAsync(sender, events, b, created);
        }

        output.WriteLine($"{Batches * BatchSize} events, {Kills} kills, {repeated} batches sent again");
        var expected = Enumerable.Range(0, Batches * BatchSize).Select(Events.UuidOf).Order().ToList();
        created.ShouldBeUnique();
        foreach (var silo in cluster.Silos)
            (await silo.ListedAsync(expected)).Order().ShouldBe(expected);
    }

    [ClusterFact]
    public async Task Control_client_without_retries_loses_events()
    {
        var cluster = await killed.StartedAsync();
        const int first = 3000;
        using var batch = new Events(cluster.Servers.Site).Batch(first, 10);
        cluster.Servers.Site.OnStalled("/300.bmp", "image/bmp");
        var sending = cluster.Silos[0].TryUploadBatchAsync(batch);
        await cluster.Servers.Site.RequestedAsync("/300.bmp");
        await cluster.Silos[0].KillAsync();

        (await sending).ShouldBeNull();

        (await cluster.Silos[1].ListedAsync([.. Enumerable.Range(first, 10).Select(Events.UuidOf)])).ShouldBeEmpty();
        await cluster.Silos[0].RestartReadyAsync();
    }

    private static async Task<int> SendUnderKillAsync(TestCluster cluster, SiloProcess sender, Events events, int batch, List<string> created, Random random)
    {
        var victim = cluster.Silos[random.Next(2)];
        var sending = SendAsync(victim == sender ? cluster.Silos.First(s => s != sender) : sender, events, batch, created);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(150)), TimeProvider.System);
        await victim.KillAsync();
        var repeated = await sending;
        await victim.RestartReadyAsync();
        return repeated;
    }

    // Retries until there is a response, as clients must. Collects the events that a response reports as created.
    private static async Task<int> SendAsync(SiloProcess silo, Events events, int batch, List<string> created)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var body = events.Batch(batch * BatchSize, BatchSize);
            if (await silo.TryUploadBatchAsync(body) is { } answered)
            {
                created.AddRange(answered);
                return attempt;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException("A batch was not answered in a hundred attempts: " + silo.Output);
    }
}
