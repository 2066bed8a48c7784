using System.Text;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Promise R12: three silos are restarted one after another under 200 requests a second.</summary>
[Collection(MeasuredCollection.Name)]
public sealed class RollingRestartTests(ThreeSilos three, ITestOutputHelper output) : IClassFixture<ThreeSilos>
{
    // A control ends at the first failure; one restart does not always cause one.
    private const int Tries = 6;

    [ClusterFact]
    public async Task Rolling_restart_fails_no_request()
    {
        var cluster = await three.StartedAsync();

        var (traffic, lost) = await RunAsync(cluster, 0, async _ =>
        {
            foreach (var silo in cluster.Silos) await RestartAsync(silo, StopAsync);
        });

        traffic.Unexpected.ShouldBe(0);
        lost.ShouldBeEmpty();
    }

    [ClusterFact]
    public async Task Control_without_drain_requests_fail_but_lose_nothing()
    {
        var cluster = await three.StartedAsync();
        await DrainAsync(cluster.Silos[1], "0");

        var (traffic, lost) = await RunAsync(cluster, 100_000, under => UntilFailureAsync(under, cluster.Silos[1], StopAsync));

        traffic.Unexpected.ShouldBeGreaterThan(0, "the load balancer briefly keeps sending to a stopped silo");
        lost.ShouldBeEmpty();
        await DrainAsync(cluster.Silos[1], ThreeSilos.DrainSeconds);
    }

    [ClusterFact]
    public async Task Control_kills_fail_requests_but_lose_nothing()
    {
        var cluster = await three.StartedAsync();

        var (traffic, lost) = await RunAsync(cluster, 200_000, under => UntilFailureAsync(under, cluster.Silos[1], static silo => silo.KillAsync()));

        traffic.Unexpected.ShouldBeGreaterThan(0, "a kill under 200 requests a second aborts some of them");
        lost.ShouldBeEmpty();
    }

    private static async Task StopAsync(SiloProcess silo)
    {
        silo.AskToStop();
        await silo.ExitedAsync();
        silo.ExitCode.ShouldBe(0, silo.Output);
    }

    private static async Task DrainAsync(SiloProcess silo, string seconds)
    {
        silo.Settings.Set("DRAIN_SECONDS", seconds);
        await StopAsync(silo);
        await silo.RestartReadyAsync();
    }

    private static async Task UntilFailureAsync(Traffic traffic, SiloProcess silo, Func<SiloProcess, Task> end)
    {
        for (var tries = 0; traffic.Unexpected == 0 && tries < Tries; tries++)
            await RestartAsync(silo, end);
    }

    private static async Task RestartAsync(SiloProcess silo, Func<SiloProcess, Task> end)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        await end(silo);
        await silo.RestartReadyAsync();
    }

    private async Task<(Traffic Traffic, IEnumerable<string> Lost)> RunAsync(TestCluster cluster, int firstEvent, Func<Traffic, Task> restart)
    {
        await using var balancer = new Balancer(cluster.Silos);
        var traffic = new Traffic(balancer, new Events(cluster.Servers.Site), firstEvent);
        using var stopping = new CancellationTokenSource();
        var running = traffic.RunAsync(stopping.Token);
        await restart(traffic);
        await stopping.CancelAsync();
        await running;
        output.WriteLine(string.Join(", ", traffic.Statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} × {s.Key}")));
        var said = cluster.Silos.Aggregate(new StringBuilder(), static (all, silo) => all.Append(silo.Output)).ToString();
        foreach (var line in said.Split('\n').Where(line => line.Contains("Exception", StringComparison.Ordinal)).Take(20))
            output.WriteLine(line);
        var acknowledged = traffic.Acknowledged.Select(Events.UuidOf).ToList();
        return (traffic, acknowledged.Except(await cluster.Silos[0].ListedAsync(acknowledged)));
    }
}
