using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;

namespace Actors.Catalog.Tests.Scraping;

public sealed class ScraperTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const string Results = "/scraper/results";

    [Fact]
    public async Task Every_uuid_is_counted_once()
    {
        var (fresh, opera, bare) = (catalogue.Event(), catalogue.Event(e => e["type"] = "opera"), catalogue.Event(e => e["image_url"] = ""));
        var broken = catalogue.Event(e => e["image_url"] = catalogue.Site.Url("/absent.png").ToString());

        var (status, first) = await catalogue.PostAsync(Results, Catalogue.Batch(fresh, opera, bare, broken, fresh));
        var (_, second) = await catalogue.PostAsync(Results, Catalogue.Batch(fresh, broken));

        status.ShouldBe(202);
        Counts(first).ShouldBe((1, 2));
        var failed = first["failed"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        failed.Select(f => f.Key).ShouldBe(["uuid", "status_code", "detail"]);
        failed["status_code"]!.GetValue<int>().ShouldBe(502);
        Counts(second).ShouldBe((0, 1));
        second["failed"]!.AsArray().Count.ShouldBe(1, "a failed picture is tried again");
    }

    [Fact]
    public async Task Parallel_batches_create_each_event_once()
    {
        var batch = Catalogue.Batch([.. Enumerable.Range(0, 50).Select(_ => catalogue.Event())]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => catalogue.PostAsync(Results, batch)));

        answers.ShouldAllBe(a => a.Status == 202);
        answers.Sum(a => Counts(a.Body).Sent).ShouldBe(50);
        answers.Sum(a => Counts(a.Body).Skipped).ShouldBe(200 * 50 - 50);
    }

    [Fact]
    public async Task Past_events_are_accepted()
    {
        var old = catalogue.Event(e =>
        {
            e["date_preview"] = "2024-09-01T18:00:00";
            e["date_list"] = new JsonArray("2024-09-01T18:00:00");
        });

        var (_, counts) = await catalogue.PostAsync(Results, Catalogue.Batch(old));
        var (_, found) = await catalogue.GetAsync($"/catalog/events?id={old["uuid"]}");

        Counts(counts).ShouldBe((1, 0));
        found.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_without_sources_finds_nothing()
    {
        var (status, body) = await catalogue.PostAsync("/scraper/run", new JsonObject());

        status.ShouldBe(202);
        body.ToJsonString().ShouldBe("""{"sent":0,"skipped":0,"failed":[]}""");
    }

    [Theory]
    [InlineData("""{"events":{}}""", """["body","events"]""")]
    [InlineData("""{}""", """["body","events"]""")]
    [InlineData("""[]""", """["body"]""")]
    [InlineData("""{"events":[1]}""", """["body","events",0]""")]
    [InlineData("""{"events":[{}]}""", """["body","events",0,"uuid"]""")]
    public async Task Invalid_body_is_422_with_locations(string body, string loc)
    {
        var (status, refusal) = await catalogue.PostAsync(Results, JsonNode.Parse(body)!);

        status.ShouldBe(422);
        refusal["detail"]![0]!["loc"]!.ToJsonString().ShouldBe(loc);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    public async Task Other_content_type_is_422(string type)
    {
        using var content = new StringContent("""{"events":[]}""", new System.Net.Http.Headers.MediaTypeHeaderValue(type));

        using var answer = await catalogue.Silo.Client.PostAsync(Results, content);

        ((int)answer.StatusCode).ShouldBe(422);
    }

    private static (int Sent, int Skipped) Counts(JsonNode body) => (body["sent"]!.GetValue<int>(), body["skipped"]!.GetValue<int>());
}
