// One name a benchmark: dotnet run -c Release --project tests/Benchmarks -- NAME [NAME…]
Console.WriteLine("benchmarks: none yet");
