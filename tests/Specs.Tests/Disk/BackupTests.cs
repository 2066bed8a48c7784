using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.Data.Sqlite;

namespace Actors.Specs.Tests.Disk;

/// <summary>Promise R14: a backup of a running program, restored elsewhere, has the same lists byte for byte and the same export.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Events = 200;
    private readonly TempFolder _folder = new("backup");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_restored_backup_has_the_same_lists_and_export()
    {
        await using var site = await FakeUpstream.StartAsync();
        using var first = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        using var second = new SiloSettings();
        string all, sport;
        await using (var silo = await SiloProcess.StartAsync(first))
        {
            JsonNode[] events = [.. Enumerable.Range(0, Events).Select(n => With(site.NewEvent(), n % 3 == 0 ? "sport" : "concert"))];
            await silo.Client.ResultsAsync(events);
            await silo.Client.ListedAsync(Events);
            (all, sport) = await ListsAsync(silo);
            BackUp(first, second);
        }

        await ExportAsync(first, "first");
        await ExportAsync(second, "second");
        Lines("second").ShouldBe(Lines("first"));
        await using var restored = await SiloProcess.StartAsync(second);
        (await ListsAsync(restored)).ShouldBe((all, sport));
        JsonNode.Parse(all)!.AsArray().Count.ShouldBe(Events);
    }

    // Equals `sqlite3 actors.db ".backup FILE"`. Posters are copied as files.
    private static void BackUp(SiloSettings from, SiloSettings to)
    {
        Directory.CreateDirectory(to.DataDir);
        using var source = new SqliteConnection($"Data Source={Path.Combine(from.DataDir, "actors.db")};Pooling=False");
        using var target = new SqliteConnection($"Data Source={Path.Combine(to.DataDir, "actors.db")};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static JsonObject With(JsonObject one, string type)
    {
        one["type"] = type;
        return one;
    }

    private static async Task<(string All, string Sport)> ListsAsync(SiloProcess silo) =>
        ((await silo.Client.ListAsync()).Body, (await silo.Client.ListAsync("?type=sport")).Body);

    private async Task ExportAsync(SiloSettings settings, string name)
    {
        await using var process = SiloProcess.Launch(settings, "export", FileOf(name));
        await process.ExitedAsync();
        process.ExitCode.ShouldBe(0, process.Output);
    }

    private string FileOf(string name) => _folder.Combine($"{name}.jsonl");

    private List<string> Lines(string name) => [.. File.ReadLines(FileOf(name)).Order(StringComparer.Ordinal)];
}
