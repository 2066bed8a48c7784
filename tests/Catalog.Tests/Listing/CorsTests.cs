using Actors.Catalog.Tests.Kit;
using Actors.Core.Configuration;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing;

public sealed class CorsTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Theory]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://localhost:3001", false)]
    [InlineData("http://localhost:3000.example.com", false)]
    [InlineData("null", false)]
    public async Task Only_listed_origins_may_read_answers(string origin, bool may)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/catalog/events");
        request.Headers.Add("Origin", origin);

        using var answer = await catalogue.Silo.Client.SendAsync(request);

        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed).ShouldBe(may);
        if (may) allowed.ShouldBe([origin]);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("http://localhost:3000/")]
    [InlineData("localhost:3000")]
    public async Task An_invalid_origin_stops_the_start(string origins)
    {
        using var settings = new SiloSettings(("CORS_ORIGINS", origins));

        var refusal = await Should.ThrowAsync<ConfigurationRefusedException>(() => SiloHost.StartAsync(SiloApp.Create, settings));

        refusal.Message.ShouldContain("CORS_ORIGINS");
    }
}
