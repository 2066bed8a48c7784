namespace Actors.Specs.Tests.EventsPlatform;

[Collection(PlatformGroup.Name)]
public sealed class HealthTests(Platform platform)
{
    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    [InlineData("catalog")]
    [InlineData("scraper")]
    [InlineData("scraperCatalog")]
    public async Task The_health_of_a_listener_names_its_role(string role)
    {
        var (status, body) = await platform.GetAsync(role, "/health");
        status.ShouldBe(200);
        body.ShouldBeJson($$"""{"status":"ok","service":"{{role}}"}""");
    }

    [Fact]
    public async Task The_combined_listener_is_the_gateway()
    {
        var (_, body) = await platform.GetAsync(null, "/health");
        body.ShouldBeJson("""{"status":"ok","service":"gateway"}""");
    }

    [Theory]
    [InlineData("catalog", "/scraperCatalog/events")]
    [InlineData("scraper", "/catalog/events")]
    [InlineData("gateway", "/scraperCatalog/inactive-events")]
    public async Task The_path_of_another_role_is_not_found_whatever_the_host_header_says(string role, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = $"localhost:{platform.Silo.Settings.PortOf("scraperCatalog")}";
        using var answer = await platform.Client(role).SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(404);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"detail":"Not Found"}""");
    }

    [Theory]
    [InlineData("catalog", "/catalog/events/")]
    [InlineData("gateway", "/catalog/events/")]
    [InlineData("scraperCatalog", "/scraperCatalog/events/")]
    [InlineData(null, "/scraperCatalog/inactive-events/")]
    [InlineData(null, "/health/")]
    public async Task A_trailing_slash_is_ignored(string? role, string path) =>
        (await platform.GetAsync(role, path)).Status.ShouldBe(200);
}
