using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Storage;

/// <summary>Measures durable writes per second, alternating with a hand-written batched upsert of the same rows on the same library.</summary>
internal static class StorageBenchmark
{
    public static async Task RunAsync()
    {
        using var folder = new TempFolder("bench");
        var load = new Load();
        await MeasureAsync("SQLite", "45", folder.Combine("sqlite"), null, load,
            () => Task.FromResult(RawSqlite.RowsPerSecond(folder.Combine("sqlite/actors.db"), load)));
        if (PostgresServer.WhyMissing is { } reason)
        {
            Console.WriteLine($"PostgreSQL: {reason}");
            return;
        }

        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await MeasureAsync("PostgreSQL", "75", folder.Combine("postgres"), database.Url, load,
            () => RawPostgres.RowsPerSecondAsync(database.ConnectionString, load));
    }

    private static async Task MeasureAsync(string title, string asked, string folder, string? url, Load load, Func<Task<double>> raw)
    {
        var program = await StorageProgram.StartAsync(folder, url);
        var grains = new GrainCallers(program.Services.GetRequiredService<IGrainFactory>(), load);
        await grains.WritesPerSecondAsync(); // Activates all grains and writes each row once.
        var store = new StoreCallers(program.Services.GetRequiredService<IRowStore>(), load);
        var (raws, stores, calls) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < Load.Turns; turn++)
        {
            calls.Add(await grains.WritesPerSecondAsync());
            raws.Add(await raw());
            stores.Add(await store.WritesPerSecondAsync());
        }

        await StorageProgram.StopAsync(program);
        Report(title, asked, raws, stores, calls);
    }

    private static void Report(string title, string asked, List<double> raws, List<double> stores, List<double> calls)
    {
        Table.Title($"{title}: {Load.Rows} rows of 1 KB, {Load.Callers} callers; median and (best) of {Load.Turns} turns of {Load.Turn.TotalSeconds:0} s");
        Table.Row($"raw upsert, transactions of {Load.Callers} rows ({raws.Max():N0})", Median(raws), "rows/s");
        Table.Row($"IGrainStorage ({stores.Max():N0})", Median(stores), "writes/s");
        Table.Row($"grains that write their state ({calls.Max():N0})", Median(calls), "calls/s");
        Table.Row("IGrainStorage to raw, medians", 100 * Median(stores) / Median(raws), "%", asked);
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
