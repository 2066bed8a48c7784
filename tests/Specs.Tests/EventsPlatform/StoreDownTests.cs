using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Specs.Tests.EventsPlatform;

/// <summary>The documented answers while the store is unavailable, and the recovery.</summary>
public sealed class StoreDownTests
{
    [PostgresFact]
    public async Task Routes_answer_as_documented_and_recover()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        var database = await server.CreateDatabaseAsync();
        await using var site = await FakeUpstream.StartAsync();
        site.OnBytes("/1.bmp", Pictures.Bitmap(1), "image/bmp");
        using var settings = new SiloSettings(("DATABASE_URL", database.Url), ("OUTBOUND_ALLOW", site.AllowEntry));
        await using var silo = await SiloProcess.StartAsync(settings);
        (await PostAsync(silo, "scraper", "/scraper/results", Event(site))).Status.ShouldBe(202);

        await server.KillAsync();
        (await PostAsync(silo, "scraper", "/scraper/results", Event(site))).Status.ShouldBe(503);
        var batch = await PostAsync(silo, "scraperCatalog", "/scraperCatalog/upload/batch", Event(site));
        batch.Status.ShouldBe(500);
        batch.Body.ShouldBeJson("""{"detail":"failed to process batch"}""");
        var single = await PostAsync(silo, "scraperCatalog", "/scraperCatalog/upload", Event(site)["events"]![0]!.DeepClone());
        single.Status.ShouldBe(500);
        single.Body.Names().ShouldBe(["detail"]);

        (await AskAsync(silo, "/health")).ShouldBe((503, """{"status":"unhealthy","service":"catalog"}"""));
        (await AskAsync(silo, "/readyz")).Status.ShouldBe(503);
        (await AskAsync(silo, "/livez")).Status.ShouldBe(200);

        await server.RestartAsync();
        await Waiting.UntilAsync("the silo to store again", async () =>
            (await PostAsync(silo, "scraper", "/scraper/results", Event(site))).Status == 202);
        (await AskAsync(silo, "/health")).ShouldBe((200, """{"status":"ok","service":"catalog"}"""));
        (await AskAsync(silo, "/readyz")).Status.ShouldBe(200);
    }

    private static async Task<(int Status, string Body)> AskAsync(SiloProcess silo, string path)
    {
        using var answer = await silo.ClientFor("catalog").GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(int Status, JsonNode? Body)> PostAsync(SiloProcess silo, string role, string path, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await silo.ClientFor(role).PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private static JsonObject Event(FakeUpstream site) => Platform.Batch(Platform.EventWith(site.Url("/1.bmp").ToString()));
}
