using System.Net;
using Actors.Catalog.Tests.Kit;

namespace Actors.Catalog.Tests.Listing;

public sealed class EventQueryTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Fact]
    public async Task An_event_is_found_by_number_and_uuid_not_by_source_id()
    {
        var sent = catalogue.Event(e => e["id"] = "987654321");
        await catalogue.PostAsync("/scraperCatalog/upload", sent);

        var (_, byUuid) = await catalogue.GetAsync($"/catalog/events?id={sent["uuid"]}");
        var (_, byNumber) = await catalogue.GetAsync($"/catalog/events?id={byUuid[0]!["id"]}");
        var (bySource, _) = await catalogue.GetAsync("/catalog/events?id=987654321");

        byNumber.ToJsonString().ShouldBe(byUuid.ToJsonString());
        bySource.ShouldBe(404);
    }

    [Fact]
    public async Task An_unknown_number_is_not_cached()
    {
        async Task<long> CreateAsync()
        {
            var sent = catalogue.Event();
            await catalogue.PostAsync("/scraperCatalog/upload", sent);
            return (long)(await catalogue.GetAsync($"/catalog/events?id={sent["uuid"]}")).Body[0]!["id"]!;
        }

        var next = await CreateAsync() + 1;
        (await catalogue.GetAsync($"/catalog/events?id={next}")).Status.ShouldBe(404);

        (await CreateAsync()).ShouldBe(next);

        (await catalogue.GetAsync($"/catalog/events?id={next}")).Body[0]!["id"]!.GetValue<long>().ShouldBe(next);
        (await catalogue.GetAsync($"/catalog/events?id={next}")).Status.ShouldBe(200); // remembered
    }

    [Fact]
    public async Task Type_and_id_must_both_match()
    {
        var sent = catalogue.Event();
        await catalogue.PostAsync("/scraperCatalog/upload", sent);

        (await catalogue.GetAsync($"/catalog/events?id={sent["uuid"]}&type=concert")).Status.ShouldBe(200);
        (await catalogue.GetAsync($"/catalog/events?id={sent["uuid"]}&type=sport")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/catalog/events?type=opera", 404)]
    [InlineData("/scraperCatalog/events?type=opera", 404)]
    [InlineData("/catalog/events?id=2147483647999", 404)]
    [InlineData("/catalog/events?id=7b7a9a9e-9f6e-4b6b-8a7e-1e8f3d2c1b0a", 404)]
    [InlineData("/catalog/events?id=abc", 422)]
    [InlineData("/catalog/events?id=-1", 404)]
    [InlineData("/catalog/nothing", 404)]
    public async Task A_missing_event_is_refused(string path, int expected)
    {
        var (status, body) = await catalogue.GetAsync(path);

        status.ShouldBe(expected);
        body["detail"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_list_has_one_type_and_is_304_with_its_ETag()
    {
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event(e => e["type"] = "quest"));

        using var first = await catalogue.Silo.Client.GetAsync("/catalog/events/?type=quest");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/catalog/events?type=quest");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await catalogue.Silo.Client.SendAsync(again);

        (await first.Content.ReadAsStringAsync()).ShouldContain("\"event_type\":\"quest\"");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        first.Headers.Contains("X-Request-ID").ShouldBeTrue();
    }

    [Fact]
    public async Task A_poster_is_immutable_webp()
    {
        var sent = catalogue.Event();
        await catalogue.PostAsync("/scraperCatalog/upload", sent);
        var (_, found) = await catalogue.GetAsync($"/catalog/events?id={sent["uuid"]}");

        using var poster = await catalogue.Silo.Client.GetAsync(found[0]!["image_url"]!.GetValue<string>());

        poster.StatusCode.ShouldBe(HttpStatusCode.OK);
        poster.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        (await poster.Content.ReadAsByteArrayAsync()).AsSpan(8, 4).SequenceEqual("WEBP"u8).ShouldBeTrue();
    }
}
