using Actors.Benchmarks;
using Actors.Benchmarks.Accounts;
using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Catalog;
using Actors.Benchmarks.Catalog.Views;
using Actors.Benchmarks.Limits;
using Actors.Benchmarks.Logins;
using Actors.Benchmarks.Runtime;
using Actors.Benchmarks.Search;
using Actors.Benchmarks.Storage;

// One name a benchmark: dotnet run -c Release --project tests/Benchmarks -- NAME [NAME…]
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["bare"] = BareProcess.ServeAsync, // for other benchmarks
    ["catalog"] = CatalogBenchmark.RunAsync,
    ["catalog-lists"] = ListsBenchmark.RunAsync,
    ["catalog-long"] = LongListBenchmark.RunAsync,
    ["catalog-one"] = OneEventBenchmark.RunAsync,
    ["catalog-ingest"] = IngestBenchmark.RunAsync,
    ["catalog-start"] = StartBenchmark.RunAsync,
    ["cluster"] = Actors.Benchmarks.Cluster.ClusterBenchmark.RunAsync,
    ["limits"] = LimitsBenchmark.RunAsync,
    ["logins"] = LoginsBenchmark.RunAsync,
    ["ping"] = PingBenchmark.RunAsync,
    ["runtime"] = RuntimeBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["storage"] = StorageBenchmark.RunAsync,
    ["views"] = ViewsBenchmark.RunAsync,
    ["views-ingest"] = ViewsIngestBenchmark.RunAsync,
};

return await Registry.RunAsync(benchmarks, args);
