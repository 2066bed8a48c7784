using System.Globalization;
using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Catalog;
using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Calls;

/// <summary>
/// Measures calls of one caller to one grain of the same silo: in the program, and with the retry filter of a cluster member, compared with a bare
/// silo. Each runs in a separate process.
/// </summary>
internal static class CallsBenchmark
{
    public const string Worker = "calls-of";
    private const string Kind = "CALLS_OF", Bare = "bare", Program = "program", Member = "member";
    private const int Calls = 200_000;
    private const int Rounds = 11;

    public static async Task RunAsync()
    {
        await using var bare = await Benchmarks.Worker.StartAsync(Worker, (Kind, Bare));
        Table.Title("Calls of one caller to one grain of the same silo");
        foreach (var (kind, name) in new[] { (Program, "in the program, alone, with its dashboard"), (Member, "second attempts of a member of a cluster") })
        {
            await using var ours = await Benchmarks.Worker.StartAsync(Worker, (Kind, kind));
            for (var round = 0; round < Rounds / 2; round++) await Task.WhenAll(bare.AskAsync(), ours.AskAsync()); // warms up
            var (mine, theirs) = await SideBySide.RunAsync(() => NanosecondsAsync(ours), () => NanosecondsAsync(bare), Rounds);
            Table.Row("bare silo, processor time of a call", theirs, "ns");
            Table.Row(name, mine, "ns");
            Table.Row("  of bare, calls in the same processor time", 100 * theirs / mine, "%", "80");
        }
    }

    /// <summary>The entry point of a worker.</summary>
    public static async Task ServeAsync()
    {
        switch (Benchmarks.Worker.Needed(Kind))
        {
            case Program:
                using (var settings = Deployed.Settings(("LOG_LEVEL", "CRITICAL"))) // its output is the figures
                {
                    await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
                    await ServeAsync(silo.App.Services);
                }

                break;
            case Member:
                await ServeAsync(static services => services.AddSiloList().AddCallRetries());
                break;
            default:
                await ServeAsync(configure: null);
                break;
        }
    }

    private static async Task ServeAsync(Action<IServiceCollection>? configure)
    {
        using var host = await BenchmarkSilo.StartAsync(configure);
        await ServeAsync(host.Services);
        await host.StopAsync();
    }

    private static Task ServeAsync(IServiceProvider services)
    {
        var grain = services.GetRequiredService<IGrainFactory>().GetGrain<IAdderGrain>(0);
        return Benchmarks.Worker.ServeAsync(async () =>
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var call = 0; call < Calls; call++) await grain.Add(call);
            return ((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / Calls).ToString(CultureInfo.InvariantCulture);
        });
    }

    private static async Task<double> NanosecondsAsync(Worker worker) => double.Parse(await worker.AskAsync(), CultureInfo.InvariantCulture);
}
