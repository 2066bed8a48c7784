using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;

namespace Actors.Catalog.Tests.Events.Ingest;

public sealed class UploadTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const string One = "/scraperCatalog/upload";
    private const string Many = "/scraperCatalog/upload/batch";

    [Fact]
    public async Task A_new_event_is_created_and_answered_with_every_documented_field()
    {
        var sent = catalogue.Event();

        var (status, created) = await catalogue.PostAsync(One, sent);
        var (_, list) = await catalogue.GetAsync($"/scraperCatalog/events?id={sent["uuid"]}");

        status.ShouldBe(201);
        created.ToJsonString().ShouldBe($$"""{"detail":"created","uuid":"{{sent["uuid"]}}","type":"concert"}""");
        var stored = list.AsArray().ShouldHaveSingleItem()!.AsObject();
        stored.Select(f => f.Key).ShouldBe(
            ["id", "uuid", "source_id", "event_type", "title", "description", "price", "date_preview", "date_list", "place", "genre", "age", "image_url", "url", "created_at"]);
        foreach (var same in (string[])["uuid", "title", "description", "price", "date_preview", "date_list", "place", "genre", "age", "url"])
            JsonNode.DeepEquals(stored[same], sent[same]).ShouldBeTrue(same);
        stored["source_id"]!.GetValue<string>().ShouldBe("123");
        stored["image_url"]!.GetValue<string>().ShouldEndWith(".webp");
    }

    [Fact]
    public async Task A_known_uuid_is_skipped()
    {
        var sent = catalogue.Event();
        await catalogue.PostAsync(One, sent);
        sent["title"] = "Another";
        sent["image_url"] = null;

        var (status, body) = await catalogue.PostAsync(One, sent);

        status.ShouldBe(201);
        body.ToJsonString().ShouldBe($$"""{"detail":"skipped","reason":"already_exists","uuid":"{{sent["uuid"]}}","type":"concert"}""");
    }

    [Theory]
    [InlineData("type", "opera", "unsupported_type")]
    [InlineData("image_url", null, "no_image_url")]
    [InlineData("image_url", "", "no_image_url")]
    [InlineData("image_url", "  ", "no_image_url")]
    public async Task A_skipped_event_has_a_reason(string field, string? value, string reason)
    {
        var (status, body) = await catalogue.PostAsync(One, catalogue.Event(e => e[field] = value));

        status.ShouldBe(201);
        body["detail"]!.GetValue<string>().ShouldBe("skipped");
        body["reason"]!.GetValue<string>().ShouldBe(reason);
    }

    [Fact]
    public async Task The_type_is_checked_before_the_uuid_and_the_picture()
    {
        var known = catalogue.Event();
        await catalogue.PostAsync(One, known);

        var (_, unsupported) = await catalogue.PostAsync(One, With(known, "type", "opera"));
        var (_, exists) = await catalogue.PostAsync(One, With(known, "image_url", "ftp://example.com/x"));

        unsupported["reason"]!.GetValue<string>().ShouldBe("unsupported_type");
        exists["reason"]!.GetValue<string>().ShouldBe("already_exists");
    }

    [Theory]
    [InlineData("ftp://example.com/x.jpg")]
    [InlineData("not a url")]
    [InlineData("http://127.0.0.1:1/x.jpg")]
    public async Task Without_a_picture_the_answer_is_502_and_no_event_is_created(string image)
    {
        var sent = catalogue.Event(e => e["image_url"] = image);

        var (status, body) = await catalogue.PostAsync(One, sent);
        var (missing, _) = await catalogue.GetAsync($"/scraperCatalog/events?id={sent["uuid"]}");

        status.ShouldBe(502);
        body["detail"]!.GetValue<string>().ShouldStartWith("not created, image_download_failed: ");
        missing.ShouldBe(404);
    }

    [Fact]
    public async Task A_batch_answers_each_event_in_one_of_three_lists()
    {
        var (fresh, opera, bare, broken) = (
            catalogue.Event(e => e["type"] = "Stand-Up"), catalogue.Event(e => e["type"] = "opera"),
            catalogue.Event(e => e["image_url"] = null), catalogue.Event(e => e["image_url"] = catalogue.Site.Url("/absent.png").ToString()));

        var (status, body) = await catalogue.PostAsync(Many, Catalogue.Batch(fresh, opera, bare, broken, fresh));

        status.ShouldBe(201);
        body["created"]!.ToJsonString().ShouldBe($$"""[{"uuid":"{{fresh["uuid"]}}","type":"stand_up"}]""");
        body["skipped"]!.AsArray().Select(s => s!["reason"]!.GetValue<string>())
            .ShouldBe(["unsupported_type", "no_image_url", "already_exists"], ignoreOrder: true); // either of the two twins is first on Orleans
        var failed = body["failed"]!.AsArray().ShouldHaveSingleItem()!;
        failed["reason"]!.GetValue<string>().ShouldBe("image_download_failed");
        failed["detail"]!.GetValue<string>().ShouldContain("404");
    }

    [Fact]
    public async Task A_batch_with_one_bad_item_names_the_item_and_creates_nothing()
    {
        var good = catalogue.Event();
        var bad = catalogue.Event(e => e.Remove("title"));
        bad["price"] = 10.5;

        var (status, body) = await catalogue.PostAsync(Many, Catalogue.Batch(good, bad));
        var (missing, _) = await catalogue.GetAsync($"/scraperCatalog/events?id={good["uuid"]}");

        status.ShouldBe(422);
        body["detail"]!.AsArray().Select(d => d!["loc"]!.ToJsonString())
            .ShouldBe(["""["body","events",1,"title"]""", """["body","events",1,"price"]"""], ignoreOrder: true);
        missing.ShouldBe(404);
    }

    [Theory]
    [InlineData("date_preview", "date_prewie")]
    [InlineData("date_list", "date_full")]
    [InlineData("genre", "janre")]
    public async Task Old_spellings_are_for_the_scraper_only(string name, string old)
    {
        var renamed = catalogue.Event(e =>
        {
            e[old] = e[name]!.DeepClone();
            e.Remove(name);
        });

        var (refused, body) = await catalogue.PostAsync(One, renamed);
        var (taken, counts) = await catalogue.PostAsync("/scraper/results", Catalogue.Batch(renamed));

        refused.ShouldBe(422);
        body["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["body","{name}"]""");
        taken.ShouldBe(202);
        counts["sent"]!.GetValue<int>().ShouldBe(1);
    }

    private static JsonObject With(JsonObject sent, string field, string value)
    {
        var copy = sent.DeepClone().AsObject();
        copy[field] = value;
        return copy;
    }
}
