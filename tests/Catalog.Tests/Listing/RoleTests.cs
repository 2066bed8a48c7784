using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;

namespace Actors.Catalog.Tests.Listing;

public sealed class RoleTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Theory]
    [InlineData(null, "gateway")]
    [InlineData("gateway", "gateway")]
    [InlineData("auth", "auth")]
    [InlineData("catalog", "catalog")]
    [InlineData("scraper", "scraper")]
    [InlineData("scraperCatalog", "scraperCatalog")]
    public async Task Health_names_the_role_of_the_listener(string? role, string service)
    {
        var (status, body) = await catalogue.GetAsync("/health", role);

        status.ShouldBe(200);
        body.ToJsonString().ShouldBe($$"""{"status":"ok","service":"{{service}}"}""");
    }

    [Theory]
    [InlineData("catalog", "/catalog/events", 200)]
    [InlineData("gateway", "/catalog/events", 200)]
    [InlineData("scraperCatalog", "/scraperCatalog/events", 200)]
    [InlineData("scraper", "/catalog/events", 404)]
    [InlineData("catalog", "/scraperCatalog/events", 404)]
    [InlineData("gateway", "/scraperCatalog/events", 404)]
    [InlineData("auth", "/catalog/events", 404)]
    public async Task A_role_answers_its_own_paths_only(string role, string path, int expected) =>
        (await catalogue.GetAsync(path, role)).Status.ShouldBe(expected);

    [Fact]
    public async Task A_forged_host_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/scraperCatalog/events");
        request.Headers.Host = $"localhost:{catalogue.Silo.Settings.PortOf("scraperCatalog")}";

        using var answer = await catalogue.Silo.ClientFor("catalog").SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task With_an_ingest_token_only_its_bearer_may_write()
    {
        var guarded = new Catalogue { Settings = s => s.Set("INGEST_TOKEN", "a-token-of-some-length") };
        await guarded.InitializeAsync();
        try
        {
            (await guarded.PostAsync("/scraper/results", new JsonObject { ["events"] = new JsonArray() }, "scraper")).Status.ShouldBe(401);
            (await guarded.PostAsync("/scraper/run", new JsonObject())).Status.ShouldBe(401);
            (await guarded.PostAsync("/scraperCatalog/upload", guarded.Event())).Status.ShouldBe(401);
            guarded.Silo.Client.DefaultRequestHeaders.Authorization = new("Bearer", "a-token-of-some-length");
            (await guarded.PostAsync("/scraperCatalog/upload", guarded.Event())).Status.ShouldBe(201);
            (await guarded.GetAsync("/catalog/events")).Status.ShouldBe(200);
        }
        finally
        {
            await guarded.DisposeAsync();
        }
    }
}
