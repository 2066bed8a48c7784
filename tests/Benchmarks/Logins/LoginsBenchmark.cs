using Actors.TestKit;

namespace Actors.Benchmarks.Logins;

/// <summary>Measures sign-ins compared with the hash alone, their effect on other routes, and refreshes.</summary>
internal static class LoginsBenchmark
{
    public const int Parallel = 200;

    public static async Task RunAsync()
    {
        using (var settings = new SiloSettings(("LOG_LEVEL", "WARNING")))
        {
            await using var silo = await SiloProcess.StartAsync(settings);
            await SignInsAsync(silo);
        }

        await RefreshesAsync("SQLite", null);
        if (PostgresServer.WhyMissing is { } reason)
        {
            Console.WriteLine($"PostgreSQL: {reason}");
            return;
        }

        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await RefreshesAsync("PostgreSQL", database.Url);
    }

    // Idle rounds before and after the loaded ones, and the better of two figures for the hash, reduce the effect of other processes.
    private static async Task SignInsAsync(SiloProcess silo)
    {
        var people = await People.SignUpAsync(silo);
        var others = new OtherRoutes(silo, await people.TokenAsync());
        await others.MeasureAsync();
        var (quiet, loud, logins) = (new List<IReadOnlyList<Latency>>(), new List<IReadOnlyList<Latency>>(), new List<double>());
        var alone = HashAlone.PerSecond();
        for (var round = 0; round < 2; round++) quiet.Add(await others.MeasureAsync());
        await using (var load = new SignInLoad(people, Parallel))
        {
            await SignInLoad.WarmUpAsync();
            for (var round = 0; round < 3; round++) loud.Add(await others.MeasureAsync());
            for (var round = 0; round < 2; round++) logins.Add(await load.PerSecondAsync());
        }

        quiet.Add(await others.MeasureAsync());
        alone = Math.Max(alone, HashAlone.PerSecond());
        Report(alone, logins.Max(), Latency.Medians(quiet), Latency.Medians(loud));
    }

    private static void Report(double alone, double logins, IReadOnlyList<Latency> quiet, IReadOnlyList<Latency> loud)
    {
        Table.Title($"Sign-ins, {Parallel} at once, {Environment.ProcessorCount} cores");
        Table.Row("the hash alone, one thread a core", alone, "hashes/s");
        Table.Row("POST /auth/login", logins, "logins/s");
        Table.Row("POST /auth/login to the hash alone", 100 * logins / alone, "%");
        foreach (var (before, during) in quiet.Zip(loud))
        {
            Table.Row($"GET {before.Route}, idle: p99 (median {before.Median:0.00} ms)", before.P99, "ms");
            Table.Row($"GET {during.Route}, meanwhile: p99 (median {during.Median:0.00} ms)", during.P99, "ms", $"{2 * before.P99:0.0}");
        }
    }

    private static async Task RefreshesAsync(string title, string? database)
    {
        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"));
        settings.Set("DATABASE_URL", database);
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        await RefreshLoad.ReportAsync(title, silo.App.Services);
    }
}
