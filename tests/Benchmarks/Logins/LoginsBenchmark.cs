using Actors.TestKit;

namespace Actors.Benchmarks.Logins;

/// <summary>What passwords cost: sign-ins against the hash alone, and what everybody else notices of them; then what a rotation costs.</summary>
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

    private static async Task SignInsAsync(SiloProcess silo)
    {
        var people = await People.SignUpAsync(silo);
        var others = new OtherRoutes(silo, await people.TokenAsync());
        var alone = HashAlone.PerSecond();
        await others.MeasureAsync();
        var idle = await others.MeasureAsync();
        await using var load = new SignInLoad(people, Parallel);
        await SignInLoad.WarmUpAsync();
        var busy = await others.MeasureAsync();
        var logins = await load.PerSecondAsync();

        Table.Title($"Sign-ins, {Parallel} at once, {Environment.ProcessorCount} cores");
        Table.Row("the hash alone, one thread a core", alone, "hashes/s");
        Table.Row("POST /auth/login", logins, "logins/s");
        Table.Row("POST /auth/login to the hash alone", 100 * logins / alone, "%");
        foreach (var (route, (quiet, loud)) in idle.Zip(busy, (i, b) => (i.Route, (i, b))))
        {
            Table.Row($"GET {route}, idle: p99 (median {quiet.Median:0.00} ms)", quiet.P99, "ms");
            Table.Row($"GET {route}, under logins: p99 (median {loud.Median:0.00} ms)", loud.P99, "ms", $"{2 * quiet.P99:0.0}");
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
