using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S9 for submitted events: every string in every text field is returned unchanged, or refused if it is not valid.</summary>
public sealed class NaughtyStringTests(Listened listened) : IClassFixture<Listened>
{
    private const string Corpus = "samples/corpora/blns.json";
    private const string Upload = "/scraperCatalog/upload";
    private const int AtOnce = 4;
    private static readonly string[] s_texts = ["title", "description", "place", "genre", "age", "id", "url"];
    private readonly Catalogue _catalogue = listened.Catalogue;

    public static TheoryData<string, int> Batches => new() { { "/scraper/results", 202 }, { "/scraperCatalog/upload/batch", 201 } };

    [SampleTheory(Corpus)]
    [MemberData(nameof(Batches))]
    public async Task Batch_is_returned_unchanged(string route, int expected)
    {
        var sent = Naughty.Strings().Select(Everywhere).ToArray();

        var (status, body) = await _catalogue.PostAsync(route, Catalogue.Batch(sent));

        status.ShouldBe(expected, body.ToJsonString());
        // Lists lag by at most a second.
        Dictionary<string, JsonNode> kept = [];
        await Waiting.UntilAsync("the list to have them", async () =>
        {
            kept = (await _catalogue.GetAsync("/catalog/events")).Body.AsArray().ToDictionary(e => Text(e!, "uuid"), e => e!);
            return kept.ContainsKey(Text(sent[^1], "uuid"));
        });
        foreach (var e in sent) ShouldBeTheSame(kept[Text(e, "uuid")], e);
    }

    [SampleFact(Corpus)]
    public Task Single_events_are_returned_unchanged() => Naughty.EachAsync(AtOnce, async text =>
    {
        var sent = Everywhere(text);

        (await _catalogue.PostAsync(Upload, sent)).Status.ShouldBe(201, text);

        ShouldBeTheSame((await _catalogue.GetAsync($"/scraperCatalog/events?id={sent["uuid"]}")).Body.AsArray().Single()!, sent);
    });

    [SampleTheory(Corpus)]
    [InlineData("uuid")]
    [InlineData("date_preview")]
    [InlineData("date_list")]
    [InlineData("price")]
    [InlineData("type")]
    public Task Other_fields_refuse_or_parse_them(string field) => Naughty.EachAsync(AtOnce, async text =>
    {
        var sent = _catalogue.Event(e => e[field] = field == "date_list" ? new JsonArray(text) : JsonValue.Create(text));

        var (status, body) = await _catalogue.PostAsync(Upload, sent);

        status.ShouldBeOneOf([201, 422], $"{field} = {text}: {body}");
    });

    [SampleFact(Corpus)]
    public async Task Picture_addresses_are_refused()
    {
        var sent = Naughty.Strings().Select(text => _catalogue.Event(e => e["image_url"] = text)).ToArray();

        var (status, body) = await _catalogue.PostAsync("/scraperCatalog/upload/batch", Catalogue.Batch(sent));

        status.ShouldBe(201);
        body["created"]!.AsArray().ShouldBeEmpty();
        body["failed"]!.AsArray().Count.ShouldBeGreaterThan(Naughty.Strings().Count - 10);
        body["failed"]!.AsArray().ShouldAllBe(f => Text(f!, "reason") == "image_download_failed");
    }

    [Fact]
    public async Task Log_lines_cannot_be_injected()
    {
        const string forged = "\r\ninfo: Forged[0]\n      forged\u2028line\u0085";
        foreach (var route in (string[])["/scraper/results", "/scraperCatalog/upload/batch"])
        {
            await _catalogue.PostAsync(route, Catalogue.Batch([Everywhere(forged), .. Wrong(forged)]));
            foreach (var wrong in Wrong(forged).Append(_catalogue.Event(e => e[forged] = forged))) await _catalogue.PostAsync(route, Catalogue.Batch(wrong));
        }

        foreach (var path in Naughty.Paths(Uri.EscapeDataString(forged))) using (await _catalogue.Silo.Client.GetAsync(path)) { }

        listened.Log.Lines.ShouldContain(line => line.Contains("to absent.test failed", StringComparison.Ordinal));
        listened.Log.Lines.Where(line => line.Contains("forged", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private JsonObject Everywhere(string text) => _catalogue.Event(e =>
    {
        foreach (var field in s_texts) e[field] = text;
    });

    private IEnumerable<JsonObject> Wrong(string text) =>
        new[] { "uuid", "price", "date_preview", "date_list", "type", "image_url" }.Select(field => _catalogue.Event(e => e[field] = text))
            .Append(_catalogue.Event(e => e["image_url"] = "http://absent.test/" + text))
            .Append(_catalogue.Event(e => e["image_url"] = $"{_catalogue.Site.Url("/absent")}?{text}"));

    private static void ShouldBeTheSame(JsonNode kept, JsonObject sent)
    {
        foreach (var field in s_texts) kept[field == "id" ? "source_id" : field]!.GetValue<string>().ShouldBe(Text(sent, field), field);
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
