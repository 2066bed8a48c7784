using System.Diagnostics;
using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Storage;
using Actors.TestKit;
using Actors.Web.Idempotency;
using Actors.Web.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Limits;

/// <summary>Measures rate limiter checks and stored responses of idempotency keys.</summary>
internal static class LimitsBenchmark
{
    private const int Checks = 1_000_000;
    private const int Keys = 20_000;
    private const int Callers = 64;
    private const int Rounds = 3;

    private static readonly RateLimitPolicy s_wide = new("wide", 100, TimeSpan.FromMinutes(1), RateLimitPartition.Network);

    public static async Task RunAsync()
    {
        Table.Title("limits");
        await LimiterAsync();
        await KeysAsync();
    }

    private static async Task LimiterAsync()
    {
        using var host = await BenchmarkSilo.StartAsync(services => services.AddSingleton(TimeProvider.System).AddSingleton<IRouteLimiter, GrainRateLimiter>());
        var limiter = host.Services.GetRequiredService<IRouteLimiter>();
        var window = new SlidingWindow(TimeProvider.System);
        var alone = await Best(Checks, 1, (_, _) => ValueTask.FromResult(window.Take(s_wide.Permits, s_wide.Window)));
        var one = await Best(Checks, 1, (_, _) => limiter.TakePartitionAsync(s_wide, "203.0.113.7", default));
        var many = await Best(Checks, Callers, (caller, turn) => limiter.TakePartitionAsync(s_wide, s_networks[(caller + turn) % s_networks.Length], default));
        Table.Row("checks of one caller against one limiter", one / 1000, "thousand/s");
        Table.Row("  a check", 1e9 / one, "ns");
        Table.Row("  the window alone", 1e9 / alone, "ns");
        Table.Row("checks of 64 callers against 1,000 limiters", many / 1000, "thousand/s");
        await host.StopAsync();
    }

    private static async Task KeysAsync()
    {
        using var folder = new TempFolder("limits");
        var program = await StorageProgram.StartAsync(folder.Folder, url: null, services => services.AddSingleton<IdempotencyRows>().AddSingleton<IIdempotency, GrainIdempotency>());
        var keys = program.Services.GetRequiredService<IIdempotency>();
        var answer = new StoredAnswer(201, "application/json", [], [.. new byte[200]]);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var turn = 0; turn < Keys / Callers; turn++)
            {
                var (key, run) = ($"{caller}-{turn}", Guid.NewGuid());
                await keys.BeginAsync(key, "print", run);
                await keys.CompleteAsync(key, run, "print", answer);
            }
        })));
        Table.Row("new keys whose answer of 200 B is kept, 64 callers, SQLite", Keys / watch.Elapsed.TotalSeconds / 1000, "thousand/s");
        await StorageProgram.StopAsync(program);
    }

    private static readonly string[] s_networks = [.. Enumerable.Range(0, 1000).Select(number => $"2001:db8:{number:x}::/64")];

    private static async Task<double> Best(int count, int callers, Func<int, int, ValueTask<RateLimitVerdict>> check)
    {
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
            {
                for (var turn = 0; turn < count / callers; turn++) await check(caller, turn);
            })));
            best = Math.Max(best, count / watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
