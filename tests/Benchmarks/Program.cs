using Actors.Benchmarks;
using Actors.Benchmarks.Accounts;
using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Calls;
using Actors.Benchmarks.Catalog;
using Actors.Benchmarks.Catalog.Views;
using Actors.Benchmarks.Cluster;
using Actors.Benchmarks.Limits;
using Actors.Benchmarks.Logins;
using Actors.Benchmarks.Provider;
using Actors.Benchmarks.Search;
using Actors.Benchmarks.Storage;

// One or more benchmarks: dotnet run -c Release --project tests/Benchmarks -- NAME [NAME…]
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["speed"] = SpeedBenchmark.RunAsync,
    ["calls"] = CallsBenchmark.RunAsync,
    ["catalog-lists"] = ListsBenchmark.RunAsync,
    ["catalog-long"] = LongListBenchmark.RunAsync,
    ["catalog-one"] = OneEventBenchmark.RunAsync,
    ["catalog-ingest"] = IngestBenchmark.RunAsync,
    ["catalog-start"] = StartBenchmark.RunAsync,
    ["cluster"] = ClusterBenchmark.RunAsync,
    ["face"] = FaceBenchmark.RunAsync,
    ["limits"] = LimitsBenchmark.RunAsync,
    ["logins"] = LoginsBenchmark.RunAsync,
    ["ping"] = PingBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["storage"] = StorageBenchmark.RunAsync,
    ["topic"] = TopicBenchmark.RunAsync,
    ["views"] = ViewsBenchmark.RunAsync,
    ["views-ingest"] = ViewsIngestBenchmark.RunAsync,

    // Worker processes of benchmarks.
    [BareProcess.Name] = BareProcess.ServeAsync,
    [BareSilo.Name] = BareSilo.ServeAsync,
    [CallsBenchmark.Worker] = CallsBenchmark.ServeAsync,
};

return await Registry.RunAsync(benchmarks, args);
