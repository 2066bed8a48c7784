using Actors.Benchmarks.Accounts;
using Actors.Benchmarks.Calls;
using Actors.Benchmarks.Catalog;
using Actors.Benchmarks.Storage;

namespace Actors.Benchmarks;

/// <summary>The speed table: every row that something is asked of, one after another. Each is also a benchmark of its own.</summary>
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
