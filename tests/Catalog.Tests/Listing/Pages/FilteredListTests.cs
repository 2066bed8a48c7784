using System.Net;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing.Pages;

/// <summary>Filtered lists over HTTP. Every test uses a place of its own, so that events of other tests do not match.</summary>
public sealed class FilteredListTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private readonly string _place = $"Клуб {Guid.NewGuid():N}";

    [Fact]
    public async Task Dates_prices_ages_and_places_narrow_a_list()
    {
        await AddAsync("a", e => (e["price"], e["age"], e["date_preview"], e["date_list"]) = (100, "6+", "2031-05-01T19:00:00", new JsonArray()));
        await AddAsync("b", e => (e["price"], e["age"], e["date_preview"], e["date_list"]) = (500, "18+", "2031-05-02T23:30:00", new JsonArray("2031-06-01T19:00:00")));
        await SeenAsync(2);

        (await TitlesAsync("")).ShouldBe(["a", "b"]);
        (await TitlesAsync("&date_from=2031-05-02")).ShouldBe(["b"]);
        (await TitlesAsync("&date_to=2031-05-01")).ShouldBe(["a"]);
        (await TitlesAsync("&date_from=2031-05-02T20:30:00Z&date_to=2031-05-02T20:30:00Z")).ShouldBe(["b"]);
        (await TitlesAsync("&date_from=2031-06-01&date_to=2031-06-01")).ShouldBe(["b"]);
        (await TitlesAsync("&price_min=200")).ShouldBe(["b"]);
        (await TitlesAsync("&price_max=200")).ShouldBe(["a"]);
        (await TitlesAsync("&age=17")).ShouldBe(["a"]);
        (await TitlesAsync("&age=18%2B&type=concert")).ShouldBe(["a", "b"]);
        (await TitlesAsync("&type=sport")).ShouldBeEmpty();
        (await TitlesAsync("&when=today")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_returns_the_best_match_first()
    {
        await AddAsync("Вечер джаза");
        await AddAsync("Джаз");
        await AddAsync("Джазовый вечер");
        await SeenAsync(3);

        (await TitlesAsync("&q=джаз")).ShouldBe(["Джаз", "Вечер джаза", "Джазовый вечер"]);
        (await TitlesAsync("&q=jazz")).ShouldContain("Джаз");
        (await TitlesAsync("&q=l;fp")).ShouldContain("Джаз");
        (await TitlesAsync("&q=балет")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("&q=вечер")]
    [InlineData("&changed_since=2020-01-01")]
    public async Task Pages_follow_each_other_without_a_gap(string filter)
    {
        for (var i = 0; i < 7; i++) await AddAsync($"вечер {i}");
        await SeenAsync(7);

        var titles = new List<string>();
        var next = $"/catalog/events?place={Uri.EscapeDataString(_place)}&limit=3{filter}";
        while (next is not null)
        {
            using var answer = await catalogue.Silo.Client.GetAsync(next);
            answer.Headers.GetValues("X-Total-Count").ShouldBe(["7"]);
            titles.AddRange(Titles(await answer.Content.ReadAsStringAsync()));
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        titles.Order().ShouldBe(Enumerable.Range(0, 7).Select(i => $"вечер {i}"));
    }

    [Fact]
    public async Task A_page_is_304_until_it_changes()
    {
        await AddAsync("a");
        await SeenAsync(1);
        using var first = await catalogue.Silo.Client.GetAsync(Path("&limit=1"));
        (await AgainAsync(first)).ShouldBe(HttpStatusCode.NotModified);

        // The body of the page is unchanged, but now there is another page.
        await AddAsync("b");
        await SeenAsync(2);

        (await AgainAsync(first)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_requested_members_are_sent()
    {
        await AddAsync("a");
        await SeenAsync(1);
        var (_, list) = await catalogue.GetAsync(Path("&fields=title,id"));
        var id = list[0]!["id"];
        var (_, one) = await catalogue.GetAsync($"/catalog/events?id={id}&fields=title,id");

        list[0]!.ToJsonString().ShouldBe($$"""{"id":{{id}},"title":"a"}""");
        one.ToJsonString().ShouldBe(list.ToJsonString());
    }

    [Fact]
    public async Task Members_equal_those_of_the_list_without_filters()
    {
        await AddAsync("Ёж & <b>");
        await SeenAsync(1);
        var (_, list) = await catalogue.GetAsync(Path(""));
        var (_, one) = await catalogue.GetAsync($"/catalog/events?id={list[0]!["id"]}");

        list.ToJsonString().ShouldBe(one.ToJsonString());
    }

    [Theory]
    [InlineData("date_from=yesterday", "date_from")]
    [InlineData("date_to=2031-13-01", "date_to")]
    [InlineData("date_from=2031-02-01&date_to=2031-01-01", "date_to")]
    [InlineData("when=someday", "when")]
    [InlineData("price_min=cheap", "price_min")]
    [InlineData("price_max=-1", "price_max")]
    [InlineData("price_min=5&price_max=4", "price_max")]
    [InlineData("age=adult", "age")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("fields=secret", "fields")]
    [InlineData("changed_since=0000-00-00", "changed_since")]
    [InlineData("q=%00", "q")]
    public async Task An_invalid_value_is_refused_by_name(string query, string name)
    {
        var (status, body) = await catalogue.GetAsync($"/catalog/events?{query}");

        status.ShouldBe(422);
        body["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["query","{name}"]""");
        (await catalogue.GetAsync($"/catalog/events.ics?{query}")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        for (var i = 0; i < 2; i++) await AddAsync($"вечер {i}");
        await SeenAsync(2);
        using var answer = await catalogue.Silo.Client.GetAsync(Path("&q=вечер&limit=1"));
        var next = answer.Headers.GetValues("Link").Single().Split('<', '>')[1];

        (await catalogue.GetAsync(next.Replace("&q=", "&x=", StringComparison.Ordinal))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Only_unknown_parameters_are_named()
    {
        using var unknown = await catalogue.Silo.Client.GetAsync("/catalog/events?colour=red&%D1%91%22=1&type=concert");
        using var known = await catalogue.Silo.Client.GetAsync("/catalog/events?type=concert&limit=5");
        using var plain = await catalogue.Silo.Client.GetAsync("/scraperCatalog/inactive-events?typ=concert");

        unknown.Headers.GetValues("Warning").ShouldBe(["199 - \"unknown query parameters: colour, %D1%91%22\""]);
        known.Headers.Contains("Warning").ShouldBeFalse();
        plain.Headers.GetValues("Warning").Single().ShouldContain("typ");
    }

    [Fact]
    public async Task Filters_beside_an_id_are_named_as_ineffective()
    {
        using var answer = await catalogue.Silo.Client.GetAsync($"/catalog/events?id={Guid.NewGuid()}&q=x");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.GetValues("Warning").Single().ShouldContain("no effect beside id: q");
    }

    [Fact]
    public async Task Hostile_filters_never_fail()
    {
        string[] texts = ["' OR 1=1 --", "%", "_", "\uFFFF", "\u202E", new string('я', 200), "(((((", "\\", "😀", "＜script＞", "-", "𝕄𝕠𝕤𝕔𝕠𝕨"];
        foreach (var text in texts)
        {
            var escaped = Uri.EscapeDataString(text);
            (await catalogue.GetAsync($"/catalog/events?q={escaped}&place={escaped}")).Status.ShouldBe(200, text);
        }
    }

    private async Task AddAsync(string title, Action<JsonObject>? change = null)
    {
        var (status, _) = await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event(e =>
        {
            (e["title"], e["place"]) = (title, _place);
            change?.Invoke(e);
        }));
        status.ShouldBe(201);
    }

    // A list may be a second old.
    private Task SeenAsync(int count) => Waiting.UntilAsync($"{count} events", async () => (await TitlesAsync("")).Length == count);

    private async Task<string[]> TitlesAsync(string filter) => Titles((await catalogue.GetAsync(Path(filter))).Body.ToJsonString());

    private string Path(string filter) => $"/catalog/events?place={Uri.EscapeDataString(_place.ToUpperInvariant())}{filter}";

    private static string[] Titles(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(e => e!["title"]!.GetValue<string>())];

    private async Task<HttpStatusCode> AgainAsync(HttpResponseMessage first)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, Path("&limit=1"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await catalogue.Silo.Client.SendAsync(again);
        return answer.StatusCode;
    }
}
