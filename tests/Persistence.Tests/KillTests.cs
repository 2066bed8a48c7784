using System.Globalization;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Persistence.Tests;

/// <summary>A program is killed while it writes: acknowledged writes are stored, and ids are unique.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 4;

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_acknowledged_survives_a_kill(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var random = SeededRandom.Create(output);
        var ids = new List<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var run = await RunAndKillAsync(database, "after", random);
            ids.AddRange(run.Ids);
            run.Lost.ShouldBeEmpty();
            run.Torn.ShouldBe(0);
        }

        output.WriteLine($"{ids.Count} ids given");
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public async Task Control_an_acknowledgement_before_the_commit_is_detected()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var random = SeededRandom.Create(output);
        var lost = 0;
        for (var kill = 0; kill < 10 && lost == 0; kill++)
        {
            lost += (await RunAndKillAsync(database, "early", random)).Lost.Count;
        }

        lost.ShouldBeGreaterThan(0);
    }

    private static async Task<(List<string> Lost, long Torn, List<long> Ids)> RunAndKillAsync(TestDatabase database, string when, Random random)
    {
        await using var store = await database.OpenAsync();
        using var child = ChildProgram.Start("write", when, database.Address);
        var lines = new List<string>();
        for (var wanted = random.Next(50, 800); lines.Count < wanted;)
        {
            lines.Add((await child.ReadLineAsync()).ShouldNotBeNull());
        }

        lines.AddRange(await child.KillAsync());
        return (await LostAsync(store, lines), await TornAsync(store), Numbers(lines.Where(line => line.StartsWith("id ", StringComparison.Ordinal))));
    }

    private static async Task<List<string>> LostAsync(TestStore store, List<string> lines)
    {
        var stored = (await store.Rows.QueryAsync<Stored>("SELECT key, version FROM notes")).ToDictionary(row => row.Key, row => row.Version);
        return [.. lines.Where(line => !line.StartsWith("id ", StringComparison.Ordinal) && Number(line) > stored.GetValueOrDefault(line.Split(' ')[0]))];
    }

    /// <summary>Sets that are only partly stored.</summary>
    private static async Task<long> TornAsync(TestStore store) => (await store.Rows.QueryAsync<long>(
        "SELECT count(*) FROM notes WHERE version <> (SELECT count(*) FROM remarks WHERE remarks.note = notes.key) OR version <> pages"))[0];

    private static List<long> Numbers(IEnumerable<string> lines) => [.. lines.Select(Number)];

    private static long Number(string line) => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);

    private sealed record Stored(string Key, long Version);
}
