using System.Diagnostics;
using System.Net;
using Actors.Benchmarks.Calls;
using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Placement;

namespace Actors.Benchmarks.Cluster;

/// <summary>Measures calls to grains of the same and of another silo over loopback, with the retry filter.</summary>
internal static class ClusterBenchmark
{
    private const int Callers = 64;
    private const int GrainsOfAKind = 1000;
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        var primary = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        using var here = await StartAsync(primary.Port, primary);
        using var there = await StartAsync(FreePort.Next(), primary);
        var grains = here.Services.GetRequiredService<IGrainFactory>();
        Table.Title("Calls between two silos in one process, over loopback");
        foreach (var (name, host, first) in new[] { ("local", here, 0), ("remote", there, GrainsOfAKind) })
        {
            await PlaceAsync(grains, host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress, first);
            Table.Row($"{name} calls of one caller", await RateAsync(grains, first, 1) / 1000, "thousand/s");
            Table.Row($"{name} calls of {Callers} callers to {GrainsOfAKind} grains", await RateAsync(grains, first, Callers) / 1000, "thousand/s");
        }

        await there.StopAsync();
        await here.StopAsync();
    }

    private static async Task PlaceAsync(IGrainFactory grains, SiloAddress silo, int first)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        await Task.WhenAll(Enumerable.Range(first, GrainsOfAKind).Select(key => grains.GetGrain<IAdderGrain>(key).Add(0)));
        RequestContext.Clear();
    }

    private static async Task<double> RateAsync(IGrainFactory grains, int first, int callers)
    {
        await CallAsync(TimeSpan.FromSeconds(1));
        return await CallAsync(s_time) / s_time.TotalSeconds;

        async Task<long> CallAsync(TimeSpan time) => (await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            var calls = 0L;
            for (; Stopwatch.GetElapsedTime(started) < time; calls++)
                await grains.GetGrain<IAdderGrain>(first + (caller + calls) % GrainsOfAKind).Add(1);
            return calls;
        })))).Sum();
    }

    private static async Task<IHost> StartAsync(int port, IPEndPoint primary)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port, FreePort.Next(), primary);
            silo.Services.AddSiloList().AddCallRetries();
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
