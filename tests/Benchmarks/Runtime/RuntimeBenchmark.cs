using System.Diagnostics;
using System.Threading.Channels;
using Actors.Plumbing.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Runtime;

/// <summary>What a call and an activation cost, beside what the same costs without grains.</summary>
internal static class RuntimeBenchmark
{
    private const int Calls = 3_000_000;
    private const int Activations = 999_999;
    private const int BurnRounds = 10_000_000;
    private const int Burners = 16;
    private const int ChainLength = 10_000;
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        using var host = await BenchmarkSilo.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        Table.Title($"{typeof(Grain).Assembly.GetName().Name}, {Environment.ProcessorCount} cores, server GC: {System.Runtime.GCSettings.IsServerGC}");
        await CallsOfOneCaller(grains);
        await CallsOfManyCallers(grains);
        await FanOut(grains);
        await Chain(grains);
        await IdleActivations(grains);
        await host.StopAsync();
        await WithSecondAttempt();
    }

    private static async Task WithSecondAttempt()
    {
        using var host = await BenchmarkSilo.StartAsync(static services => services.AddSecondAttempts());
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IAdderGrain>(0);
        await Repeat(Calls / 3, grain.Add);
        var calls = await Best(() => Repeat(Calls / 3, grain.Add));
        Table.Row("calls of one caller to one grain, with the second attempt as the program has it", calls / 1000, "thousand/s");
        await host.StopAsync();
    }

    private static async Task CallsOfOneCaller(IGrainFactory grains)
    {
        var grain = grains.GetGrain<IAdderGrain>(0);
        await Repeat(Calls / 3, grain.Add);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var calls = await Best(() => Repeat(Calls / 3, grain.Add));
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var direct = new AdderGrainWithoutRuntime();
        await Repeat(Calls / 3, direct.Add);
        var plain = await Best(() => Repeat(Calls / 3, direct.Add));
        var channel = await Best(() => ChannelRoundTrips(Calls / 30));
        Table.Row("calls of one caller to one grain", calls / 1000, "thousand/s", "3,000");
        Table.Row("allocated by a call", (double)bytes / Calls, "B", "200 or less");
        Table.Row("  the same call without a runtime", plain / 1000, "thousand/s");
        Table.Row("  round trips through a pair of channels", channel / 1000, "thousand/s");
        Table.Row("  calls per round trip through channels", calls / channel, "times");
    }

    private static async Task CallsOfManyCallers(IGrainFactory grains)
    {
        const int callers = 64;
        const int each = Calls / callers;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < each; call++)
            {
                await grains.GetGrain<IAdderGrain>((caller + call) % 1000).Add(1);
            }
        })));
        Table.Row("calls of 64 callers to 1,000 grains, each through a new reference", callers * each / watch.Elapsed.TotalSeconds / 1000, "thousand/s");
    }

    private static async Task FanOut(IGrainFactory grains)
    {
        var worker = grains.GetGrain<IBurnGrain>(0);
        await Task.WhenAll(Enumerable.Range(0, Burners).Select(_ => worker.Burn(1000)));
        var alone = await Best(() =>
        {
            var watch = Stopwatch.StartNew();
            for (var index = 0; index < Burners; index++)
            {
                BurnGrain.Work(BurnRounds);
            }

            return Task.FromResult(1 / watch.Elapsed.TotalSeconds);
        });
        var together = await Best(() => FanOut(() => worker.Burn(BurnRounds)));
        var plain = await Best(() => FanOut(static () => Task.Run(static () => BurnGrain.Work(BurnRounds))));
        Table.Row("fan-out to CPU-bound stateless workers: speed-up", together / alone, "times", $"near {Environment.ProcessorCount}");
        Table.Row("  the same on the thread pool without a runtime", plain / alone, "times");
    }

    private static async Task<double> FanOut(Func<Task<long>> burn)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Burners).Select(_ => burn()));
        return 1 / watch.Elapsed.TotalSeconds;
    }

    private static async Task Chain(IGrainFactory grains)
    {
        var watch = Stopwatch.StartNew();
        var links = await grains.GetGrain<ILinkGrain>(ChainLength - 1).Follow(ChainLength - 1);
        Table.Row($"a chain of {links:N0} grains, each new", watch.Elapsed.TotalMilliseconds, "ms", "no stack overflow");
    }

    private static async Task IdleActivations(IGrainFactory grains)
    {
        await Activate(grains, 10_000_000, Activations / 10);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var first = 20_000_000L;
        var rate = await Best(async () =>
        {
            var watch = Stopwatch.StartNew();
            await Activate(grains, first, Activations / Rounds);
            first += Activations / Rounds;
            return Activations / Rounds / watch.Elapsed.TotalSeconds;
        });
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Table.Row("activations", rate / 1000, "thousand/s", "300");
        Table.Row("heap of an idle activation, a million of them alive", (double)(after - before) / Activations, "B", "600 or less");
        await grains.GetGrain<IAdderGrain>(20_000_000).Add(1);
    }

    private static async Task Activate(IGrainFactory grains, long first, int count)
    {
        for (var index = 0; index < count; index++)
        {
            await grains.GetGrain<IAdderGrain>(first + index).Add(1);
        }
    }

    /// <summary>The best of a few rounds: whatever else the machine does only makes a round slower.</summary>
    private static async Task<double> Best(Func<Task<double>> round)
    {
        var best = 0.0;
        for (var index = 0; index < Rounds; index++)
        {
            best = Math.Max(best, await round());
        }

        return best;
    }

    private static async Task<double> Repeat(int count, Func<int, Task<int>> call)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < count; index++)
        {
            await call(index);
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ChannelRoundTrips(int count)
    {
        var (there, back) = (Channel.CreateUnbounded<int>(), Channel.CreateUnbounded<int>());
        var echo = Task.Run(async () =>
        {
            await foreach (var value in there.Reader.ReadAllAsync())
            {
                await back.Writer.WriteAsync(value);
            }
        });
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < count; index++)
        {
            await there.Writer.WriteAsync(index);
            await back.Reader.ReadAsync();
        }

        var rate = count / watch.Elapsed.TotalSeconds;
        there.Writer.Complete();
        await echo;
        return rate;
    }

    /// <summary>The same object, called directly.</summary>
    private sealed class AdderGrainWithoutRuntime
    {
        private int _sum;

        public Task<int> Add(int value)
        {
            _sum += value;
            return Task.FromResult(_sum);
        }
    }
}
