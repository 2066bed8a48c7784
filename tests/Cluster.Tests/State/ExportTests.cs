using System.Text.Json.Nodes;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.State;

/// <summary>Export and import between a single program and a cluster change nothing except the location.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TempFolder _folder = new("moving");

    public void Dispose() => _folder.Dispose();

    [ClusterFact]
    public async Task State_moves_to_a_cluster_and_back()
    {
        await using var servers = await ClusterServers.StartAsync();
        using var alone = new SiloSettings(("OUTBOUND_ALLOW", servers.Site.AllowEntry));
        await FillAsync(alone, new Events(servers.Site));
        using var member = servers.Settings();
        using var back = new SiloSettings();

        await RunAsync(alone, "export", File("1"));
        await RunAsync(member, "import", File("1"));
        await RunAsync(member, "export", File("2"));
        await RunAsync(back, "import", File("2"));
        await RunAsync(back, "export", File("3"));

        Rows("2").ShouldBe(Rows("1"));
        Rows("3").ShouldBe(Rows("1"));
        (await servers.CountAsync("orleansstorage WHERE graintypestring = 'rollover'")).ShouldBe(8);
        (await servers.CountAsync("orleansreminderstable")).ShouldBe(Rows("1").Count(row => row.Contains("\"table\":\"reminders\"", StringComparison.Ordinal)));
        await using var silo = await SiloProcess.StartAsync(member);
        (await silo.ListedAsync(20)).Count.ShouldBe(20);
    }

    private static async Task FillAsync(SiloSettings settings, Events events)
    {
        await using var silo = await SiloProcess.StartAsync(settings);
        using var batch = events.Batch(0, 20);
        (await silo.TryUploadBatchAsync(batch)).ShouldNotBeNull().Count.ShouldBe(20);
        (await silo.StopAsync()).ShouldBe(0);
    }

    private static async Task RunAsync(SiloSettings settings, params string[] command)
    {
        await using var process = SiloProcess.Launch(settings, command);
        await process.ExitedAsync();
        process.ExitCode.ShouldBe(0, process.Output);
    }

    private string File(string name) => _folder.Combine($"{name}.jsonl");

    // The reminder table creates the etag, and every write changes it.
    private List<string> Rows(string name) => [.. System.IO.File.ReadLines(File(name)).Select(WithoutEtag).Order(StringComparer.Ordinal)];

    private static string WithoutEtag(string line)
    {
        var node = JsonNode.Parse(line)!;
        if (node["table"]?.ToString() == "reminders")
            node["row"]!.AsObject().Remove("etag");
        return node.ToJsonString();
    }
}
