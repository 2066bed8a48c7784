using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.EventsPlatform;

[Collection(PlatformGroup.Name)]
public sealed class UploadTests(Platform platform)
{
    private const string Role = "scraperCatalog";

    [Fact]
    public async Task A_new_event_is_created_and_the_same_again_is_skipped()
    {
        var made = platform.NewEvent();
        var first = await UploadAsync(made.DeepClone());
        first.Status.ShouldBe(201);
        first.Body.ShouldBeJson($$"""{"detail":"created","uuid":"{{made.Text("uuid")}}","type":"concert"}""");
        var second = await UploadAsync(made);
        second.Status.ShouldBe(201);
        second.Body.ShouldBeJson($$"""{"detail":"skipped","reason":"already_exists","uuid":"{{made.Text("uuid")}}","type":"concert"}""");
    }

    [Theory]
    [InlineData("image_url", null, "no_image_url")]
    [InlineData("image_url", "", "no_image_url")]
    [InlineData("image_url", "  ", "no_image_url")]
    [InlineData("type", "circus", "unsupported_type")]
    public async Task A_skip_has_its_reason(string field, string? value, string reason)
    {
        var made = platform.NewEvent(e => e[field] = value);
        var (status, body) = await UploadAsync(made);
        status.ShouldBe(201);
        body.Names().ShouldBe(["detail", "reason", "uuid", "type"], ignoreOrder: true);
        (body.Text("detail"), body.Text("reason")).ShouldBe(("skipped", reason));
    }

    [Fact]
    public async Task The_reasons_have_an_order()
    {
        var known = platform.NewEvent();
        await UploadAsync(known.DeepClone());
        known["image_url"] = null;
        (await UploadAsync(known.DeepClone())).Body.Text("reason").ShouldBe("already_exists");
        known["type"] = "circus";
        (await UploadAsync(known)).Body.Text("reason").ShouldBe("unsupported_type");
    }

    [Theory]
    [InlineData("ftp://example.com/x.jpg")]
    [InlineData("not an address")]
    [InlineData("http://127.0.0.1:1/refused.jpg")]
    public async Task A_picture_that_cannot_be_fetched_is_502(string address)
    {
        var (status, body) = await UploadAsync(platform.NewEvent(e => e["image_url"] = address));
        status.ShouldBe(502);
        body.Names().ShouldBe(["detail"]);
        body.Text("detail").ShouldStartWith("not created, image_download_failed: ");
    }

    [Theory]
    [InlineData("Stand-Up", "stand_up")]
    [InlineData("MasterClass", "master_class")]
    [InlineData(" concert ", "concert")]
    public async Task Types_are_normalised_to_snake_case(string sent, string type) =>
        (await UploadAsync(platform.NewEvent(e => e["type"] = sent))).Body.Text("type").ShouldBe(type);

    [Theory]
    [InlineData("date_preview", "date_prewie")]
    [InlineData("date_list", "date_full")]
    [InlineData("genre", "janre")]
    public async Task The_old_spellings_are_unknown_here(string name, string old)
    {
        var (status, body) = await UploadAsync(platform.NewEvent(e =>
        {
            e.Remove(name, out var value).ShouldBeTrue();
            e[old] = value;
        }));
        status.ShouldBe(422);
        body!["detail"]!.AsArray().ShouldHaveSingleItem()!["loc"].ShouldBeJson($"""["body","{name}"]""");
    }

    [Theory]
    [InlineData("10.5")]
    [InlineData("\"many\"")]
    [InlineData("null")]
    [InlineData("1e400")]
    public async Task A_price_is_a_whole_number(string price) =>
        (await UploadAsync(platform.NewEvent(e => e["price"] = JsonNode.Parse(price)))).Status.ShouldBe(422);

    [Fact]
    public async Task A_batch_answers_for_every_event()
    {
        var known = platform.NewEvent();
        await UploadAsync(known.DeepClone());
        var fresh = platform.NewEvent();
        var lost = platform.NewEvent(e => e["image_url"] = platform.Site.Url("/nothing-here.jpg").ToString());
        var (status, body) = await platform.PostAsync(Role, "/scraperCatalog/upload/batch", Platform.Batch(known, fresh, lost));
        status.ShouldBe(201);
        body.Names().ShouldBe(["created", "skipped", "failed"], ignoreOrder: true);
        body!["created"].ShouldBeJson($$"""[{"uuid":"{{fresh.Text("uuid")}}","type":"concert"}]""");
        body["skipped"].ShouldBeJson($$"""[{"uuid":"{{known.Text("uuid")}}","type":"concert","reason":"already_exists"}]""");
        var failure = body["failed"]!.AsArray().ShouldHaveSingleItem();
        failure.Names().ShouldBe(["uuid", "type", "reason", "detail"], ignoreOrder: true);
        (failure.Text("uuid"), failure.Text("reason")).ShouldBe((lost.Text("uuid"), "image_download_failed"));
    }

    [Fact]
    public async Task A_batch_with_one_bad_item_names_the_item_and_stores_nothing()
    {
        var good = platform.NewEvent();
        var (status, body) = await platform.PostAsync(Role, "/scraperCatalog/upload/batch", Platform.Batch(good.DeepClone(), platform.NewEvent(e => e["title"] = 7)));
        status.ShouldBe(422);
        body!["detail"]!.AsArray().ShouldHaveSingleItem()!["loc"].ShouldBeJson("""["body","events",1,"title"]""");
        (await UploadAsync(good)).Body.Text("detail").ShouldBe("created");
    }

    private Task<(int Status, JsonNode? Body)> UploadAsync(JsonNode made) => platform.PostAsync(Role, "/scraperCatalog/upload", made);
}
