using System.Text;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Promise R12: three silos restarted one after the other under 200 requests a second.</summary>
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    private const string DrainSeconds = "2";

    [ClusterFact]
    public async Task Nobody_notices_a_rolling_restart()
    {
        var (traffic, lost) = await RunAsync(StopAsync, DrainSeconds);

        traffic.Unexpected.ShouldBe(0);
        lost.ShouldBeEmpty();
    }

    [ClusterFact]
    public async Task Without_draining_it_is_noticed_and_still_loses_nothing()
    {
        var (traffic, lost) = await RunAsync(StopAsync, "0");

        traffic.Unexpected.ShouldBeGreaterThan(0, "the load balancer goes on sending for a moment to a silo that is gone");
        lost.ShouldBeEmpty();
    }

    [ClusterFact]
    public async Task Silos_that_are_killed_instead_are_noticed_and_still_lose_nothing()
    {
        var (traffic, lost) = await RunAsync(silo => silo.KillAsync(), DrainSeconds);

        traffic.Unexpected.ShouldBeGreaterThan(0, "a kill under 200 requests a second breaks some of them off");
        lost.ShouldBeEmpty();
    }

    private static async Task StopAsync(SiloProcess silo)
    {
        silo.AskToStop();
        await silo.ExitedAsync();
        silo.ExitCode.ShouldBe(0, silo.Output);
    }

    private async Task<(Traffic Traffic, IEnumerable<string> Lost)> RunAsync(Func<SiloProcess, Task> end, string drainSeconds)
    {
        await using var cluster = await TestCluster.StartAsync(3, ("DRAIN_SECONDS", drainSeconds));
        await using var balancer = new Balancer(cluster.Silos);
        var traffic = new Traffic(balancer, new Events(cluster.Servers.Site), 0);
        var said = new StringBuilder();
        using var stopping = new CancellationTokenSource();
        var running = traffic.RunAsync(stopping.Token);
        foreach (var silo in cluster.Silos)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            await end(silo);
            said.Append(silo.Output);
            await silo.ComeBackAsync();
        }

        await stopping.CancelAsync();
        await running;
        output.WriteLine(string.Join(", ", traffic.Statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} × {s.Key}")));
        foreach (var silo in cluster.Silos)
            said.Append(silo.Output);
        foreach (var line in said.ToString().Split('\n').Where(line => line.Contains("Exception", StringComparison.Ordinal)).Take(20))
            output.WriteLine(line);
        var acknowledged = traffic.Acknowledged.Select(Events.UuidOf).ToList();
        return (traffic, acknowledged.Except(await cluster.Silos[0].ListedAsync(acknowledged.Count)));
    }
}
