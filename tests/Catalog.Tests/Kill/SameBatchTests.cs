using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Kill;

/// <summary>Many clients send the same events concurrently; events are identified by the id of their source.</summary>
public sealed class SameBatchTests(ITestOutputHelper output)
{
    private const int Clients = 200;
    private const int Events = 20;

    [Fact]
    public async Task Parallel_identical_batches_create_each_event_once()
    {
        var creations = await CreationsAsync((_, batch) => batch);
        creations.Count.ShouldBe(Events);
        creations.ShouldAllBe(c => c.Value == 1);
    }

    // The guard is one grain per uuid. Copies with different uuids share no grain, so the same count finds every copy.
    [Fact]
    public async Task Control_without_common_uuids_copies_are_created()
    {
        var creations = await CreationsAsync((client, batch) =>
        {
            var random = new Random(client);
            foreach (var made in batch["events"]!.AsArray())
                made!["uuid"] = new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]).ToString();
            return batch;
        });
        creations.ShouldAllBe(c => c.Value == Clients);
    }

    /// <summary>How often an event was created, by the id of its source.</summary>
    private async Task<Dictionary<string, int>> CreationsAsync(Func<int, JsonObject, JsonObject> copy)
    {
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        await using var silo = await SiloProcess.StartAsync(settings);
        var batch = Workload.Batches(SeededRandom.Create(output), site, 1, Events)[0];
        var sources = new Dictionary<string, string>();
        var copies = Enumerable.Range(0, Clients).Select(c => copy(c, (JsonObject)batch.DeepClone())).ToList();
        foreach (var made in copies.SelectMany(c => c["events"]!.AsArray()))
            sources[made!["uuid"]!.ToString()] = made["id"]!.ToString();

        var created = await Task.WhenAll(copies.Select(c => PostAsync(silo, c)));

        return created.SelectMany(c => c).GroupBy(uuid => sources[uuid]).ToDictionary(g => g.Key, g => g.Count());
    }

    private static async Task<IEnumerable<string>> PostAsync(SiloProcess silo, JsonObject batch)
    {
        using var content = new StringContent(batch.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await silo.Client.PostAsync(new Uri("/scraperCatalog/upload/batch", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBe(201);
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        (body!["created"]!.AsArray().Count + body["skipped"]!.AsArray().Count).ShouldBe(Events);
        return body["created"]!.AsArray().Select(c => c!["uuid"]!.ToString());
    }
}
