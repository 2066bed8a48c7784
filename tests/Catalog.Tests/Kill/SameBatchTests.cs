using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Kill;

/// <summary>Many clients send the same events at the same moment; events are told apart by the number their source gave them.</summary>
public sealed class SameBatchTests(ITestOutputHelper output)
{
    private const int Clients = 200;
    private const int Events = 20;

    [Fact]
    public async Task Of_two_hundred_identical_batches_at_once_each_event_is_created_once()
    {
        var creations = await CreationsAsync((_, batch) => batch);
        creations.Count.ShouldBe(Events);
        creations.ShouldAllBe(c => c.Value == 1);
    }

    // One grain per uuid is the guard. Copies with uuids of their own meet no common grain: then the same tally counts each copy.
    [Fact]
    public async Task Without_a_common_uuid_every_copy_is_created()
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

    /// <summary>How often an event was created, by its source's number.</summary>
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
