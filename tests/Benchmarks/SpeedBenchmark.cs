using Actors.Benchmarks.Accounts;
using Actors.Benchmarks.Calls;
using Actors.Benchmarks.Catalog;
using Actors.Benchmarks.Storage;

namespace Actors.Benchmarks;

/// <summary>Runs all benchmarks of the speed table; each is also available alone.</summary>
internal static class SpeedBenchmark
{
    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"speed is left out: {reason}");
            return;
        }

        await ListsBenchmark.RunAsync();
        await OneEventBenchmark.RunAsync();
        await PingBenchmark.RunAsync();
        await IngestBenchmark.RunAsync();
        await CallsBenchmark.RunAsync();
        await StartBenchmark.RunAsync();
        await StorageBenchmark.RunAsync();
    }
}
