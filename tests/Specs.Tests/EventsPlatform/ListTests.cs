using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.EventsPlatform;

[Collection(PlatformGroup.Name)]
public sealed class ListTests(Platform platform)
{
    private static readonly string[] s_fields =
        ["id", "uuid", "source_id", "event_type", "title", "description", "price", "date_preview", "date_list", "place", "genre", "age", "image_url", "url", "created_at"];

    [Theory]
    [InlineData("scraperCatalog", "/scraperCatalog/events")]
    [InlineData("catalog", "/catalog/events")]
    [InlineData("gateway", "/catalog/events")]
    [InlineData(null, "/catalog/events")]
    public async Task A_sent_event_is_listed_with_every_field(string? role, string path)
    {
        var sent = await CreateAsync();
        var listed = await OneAsync(role, $"{path}?id={sent.Text("uuid")}");
        listed.Names().ShouldBe(s_fields, ignoreOrder: true);
        foreach (var name in s_fields.Except(["id", "source_id", "event_type", "image_url", "created_at"]))
            JsonNode.DeepEquals(listed[name], sent[name]).ShouldBeTrue(name);
        (listed.Text("source_id"), listed.Text("event_type")).ShouldBe(("123", "concert"));
        listed["id"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_picture_is_served_as_webp()
    {
        var sent = await CreateAsync();
        var listed = await OneAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}");
        using var picture = await platform.Silo.Client.GetAsync(new Uri(platform.Silo.Client.BaseAddress!, listed.Text("image_url")));
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        var bytes = await picture.Content.ReadAsByteArrayAsync();
        (bytes.AsSpan(0, 4).SequenceEqual("RIFF"u8), bytes.AsSpan(8, 4).SequenceEqual("WEBP"u8)).ShouldBe((true, true));
    }

    [Fact]
    public async Task An_event_is_not_found_by_the_sources_id()
    {
        var source = "987654321012";
        var sent = await CreateAsync(e => e["id"] = source);
        var byUuid = await OneAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}");
        var byNumber = await OneAsync("catalog", $"/catalog/events?id={byUuid["id"]}");
        byNumber.Text("uuid").ShouldBe(sent.Text("uuid"));
        (await platform.GetAsync("catalog", $"/catalog/events?id={source}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task With_type_and_id_both_must_match()
    {
        var sent = await CreateAsync(e => e["type"] = "theater");
        (await platform.GetAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}&type=theater")).Status.ShouldBe(200);
        (await platform.GetAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}&type=concert")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("scraperCatalog", "/scraperCatalog/events")]
    [InlineData("catalog", "/catalog/events")]
    public async Task A_type_filters_and_an_unknown_one_is_404(string role, string path)
    {
        var sent = await CreateAsync(e => e["type"] = "quest");
        await TestKit.Waiting.UntilAsync("the new event in the list", async () =>
            (await platform.GetAsync(role, $"{path}?type=quest")).Body!.AsArray().Any(e => e.Text("uuid") == sent.Text("uuid")), TimeSpan.FromSeconds(3));
        (await platform.GetAsync(role, $"{path}?type=quest")).Body!.AsArray().ShouldAllBe(e => e!["event_type"]!.ToString() == "quest");
        (await platform.GetAsync(role, $"{path}?type=circus")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task An_unknown_id_is_404(string id)
    {
        (await platform.GetAsync("catalog", $"/catalog/events?id={id}")).Status.ShouldBe(404);
        (await platform.GetAsync("scraperCatalog", $"/scraperCatalog/events?id={id}")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("2099-03-04T05:06:07")]
    [InlineData("2099-03-04T05:06:07Z")]
    [InlineData("2099-03-04T05:06:07+07:00")]
    [InlineData("2099-03-04T05:06:07.250+03:00")]
    public async Task A_date_is_returned_as_received(string date)
    {
        var sent = await CreateAsync(e => (e["date_preview"], e["date_list"]) = (date, new JsonArray(date)));
        var listed = await OneAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}");
        (listed.Text("date_preview"), listed["date_list"]![0]!.ToString()).ShouldBe((date, date));
    }

    [Fact]
    public async Task Inactive_events_are_a_list()
    {
        var (status, body) = await platform.GetAsync("scraperCatalog", "/scraperCatalog/inactive-events");
        (status, body is JsonArray).ShouldBe((200, true));
    }

    [Fact]
    public async Task An_event_of_the_past_stays_active_until_the_next_pass()
    {
        var sent = await CreateAsync(e => (e["date_preview"], e["date_list"]) = ("2024-09-01T18:00:00", new JsonArray("2024-09-01T18:00:00")));
        (await OneAsync("catalog", $"/catalog/events?id={sent.Text("uuid")}")).Text("date_preview").ShouldBe("2024-09-01T18:00:00");
    }

    private async Task<JsonObject> CreateAsync(Action<JsonObject>? change = null)
    {
        var made = platform.NewEvent(change);
        (await platform.PostAsync("scraperCatalog", "/scraperCatalog/upload", made.DeepClone())).Body.Text("detail").ShouldBe("created");
        return made;
    }

    private async Task<JsonNode> OneAsync(string? role, string path) =>
        (await platform.GetAsync(role, path)).Body!.AsArray().ShouldHaveSingleItem()!;
}
