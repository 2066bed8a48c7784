using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.EventsPlatform;

[Collection(PlatformGroup.Name)]
public sealed class ScraperTests(Platform platform)
{
    private const string Results = "/scraper/results";

    [Fact]
    public async Task New_events_are_sent_and_known_ones_skipped()
    {
        var known = platform.NewEvent();
        (await platform.PostAsync("scraper", Results, Platform.Batch(known.DeepClone()))).Status.ShouldBe(202);
        var (status, body) = await platform.PostAsync("scraper", Results, Platform.Batch(known, platform.NewEvent(), platform.NewEvent()));
        status.ShouldBe(202);
        body.ShouldBeJson("""{"sent":2,"skipped":1,"failed":[]}""");
    }

    [Fact]
    public async Task A_uuid_twice_in_one_body_is_counted_once()
    {
        var made = platform.NewEvent();
        var (_, body) = await platform.PostAsync("scraper", Results, Platform.Batch(made, made.DeepClone()));
        body.ShouldBeJson("""{"sent":1,"skipped":0,"failed":[]}""");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_fetched_is_one_failure_with_the_catalogues_detail()
    {
        var lost = platform.NewEvent(e => e["image_url"] = platform.Site.Url("/nothing-here.jpg").ToString());
        var (status, body) = await platform.PostAsync("scraper", Results, Platform.Batch(lost, platform.NewEvent()));
        status.ShouldBe(202);
        body!["sent"]!.GetValue<int>().ShouldBe(1);
        var failure = body["failed"]!.AsArray().ShouldHaveSingleItem();
        failure.Names().ShouldBe(["uuid", "status_code", "detail"], ignoreOrder: true);
        failure.Text("uuid").ShouldBe(lost.Text("uuid"));
        failure!["status_code"]!.GetValue<int>().ShouldBe(502);
        failure.Text("detail").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_failed_event_may_be_sent_again()
    {
        var late = platform.NewEvent(e => e["image_url"] = platform.Site.Url("/late.bmp").ToString());
        (await platform.PostAsync("scraper", Results, Platform.Batch(late.DeepClone()))).Body!["sent"]!.GetValue<int>().ShouldBe(0);
        platform.Site.On("/late.bmp", c => TestKit.Answers.WriteAsync(c, TestKit.Pictures.Bitmap(0xABCDEF), "image/bmp"));
        late["image_url"] = platform.Site.Url("/late.bmp?again").ToString();
        (await platform.PostAsync("scraper", Results, Platform.Batch(late))).Body.ShouldBeJson("""{"sent":1,"skipped":0,"failed":[]}""");
    }

    [Theory]
    [InlineData("date_preview", "date_prewie")]
    [InlineData("date_list", "date_full")]
    [InlineData("genre", "janre")]
    [InlineData("age", "raiting")]
    [InlineData("type", "event_type")]
    public async Task The_aliases_of_ScrapedEvent_are_accepted(string name, string alias)
    {
        var (status, body) = await platform.PostAsync("scraper", Results, Platform.Batch(platform.NewEvent(e => Rename(e, name, alias))));
        (status, body!["sent"]!.GetValue<int>()).ShouldBe((202, 1));
    }

    [Theory]
    [InlineData("uuid")]
    [InlineData("type")]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("price")]
    [InlineData("date_preview")]
    [InlineData("date_list")]
    [InlineData("place")]
    [InlineData("genre")]
    [InlineData("image_url")]
    [InlineData("url")]
    public async Task A_missing_required_field_is_named(string name)
    {
        var (status, body) = await platform.PostAsync("scraper", Results, Platform.Batch(platform.NewEvent(), platform.NewEvent(e => e.Remove(name))));
        status.ShouldBe(422);
        var fault = body!["detail"]!.AsArray().ShouldHaveSingleItem()!;
        fault.Text("type").ShouldBe("missing");
        fault["loc"]!.AsArray().Take(3).Select(l => l!.ToString()).ShouldBe(["body", "events", "1"]);
        fault["loc"]!.AsArray().Last()!.ToString().ShouldBe(name == "type" ? "event_type" : name);
        fault.Names().ShouldBe(["loc", "msg", "type"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("age")]
    public async Task Optional_fields_may_be_missing_and_unknown_ones_are_ignored(string name)
    {
        var made = platform.NewEvent(e => e.Remove(name));
        made["nobody_knows"] = new JsonObject { ["x"] = 1 };
        (await platform.PostAsync("scraper", Results, Platform.Batch(made))).Body.ShouldBeJson("""{"sent":1,"skipped":0,"failed":[]}""");
    }

    [Fact]
    public async Task Skips_of_every_kind_are_counted_together()
    {
        var odd = platform.NewEvent(e => e["type"] = "circus");
        var blank = platform.NewEvent(e => e["image_url"] = " ");
        var none = platform.NewEvent(e => e["image_url"] = null);
        (await platform.PostAsync("scraper", Results, Platform.Batch(odd, blank, none))).Body.ShouldBeJson("""{"sent":0,"skipped":3,"failed":[]}""");
    }

    [Fact]
    public async Task A_run_without_sources_answers_empty_counts()
    {
        var (status, body) = await platform.PostAsync("scraper", "/scraper/run", null);
        status.ShouldBe(202);
        body.ShouldBeJson("""{"sent":0,"skipped":0,"failed":[]}""");
    }

    private static void Rename(JsonObject item, string from, string to)
    {
        item.Remove(from, out var value).ShouldBeTrue();
        item[to] = value;
    }
}
