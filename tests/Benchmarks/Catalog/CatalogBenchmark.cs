namespace Actors.Benchmarks.Catalog;

/// <summary>The speed table of the catalogue, one part after another; each is also a benchmark of its own.</summary>
internal static class CatalogBenchmark
{
    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"catalog is left out: {reason}");
            return;
        }

        await ListsBenchmark.RunAsync();
        await OneEventBenchmark.RunAsync();
        await IngestBenchmark.RunAsync();
        await StartBenchmark.RunAsync();
    }
}
