using Actors.Benchmarks;
using Actors.Benchmarks.Runtime;

// One name a benchmark: dotnet run -c Release --project tests/Benchmarks -- NAME [NAME…]
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["runtime"] = RuntimeBenchmark.RunAsync,
};

return await Registry.RunAsync(benchmarks, args);
