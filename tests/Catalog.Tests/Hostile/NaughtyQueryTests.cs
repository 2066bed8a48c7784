using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S9 for queries: every string in every parameter and path of the lists, and lists and feeds that contain them.</summary>
public sealed partial class NaughtyQueryTests(Listened listened) : IClassFixture<Listened>
{
    private const string Corpus = "samples/corpora/blns.json";
    private const int AtOnce = 4;
    private readonly Catalogue _catalogue = listened.Catalogue;

    [SampleFact(Corpus)]
    public async Task Parameters_never_fail()
    {
        await _catalogue.PostAsync("/scraper/results", Catalogue.Batch(_catalogue.Event()));
        await Parallel.ForEachAsync(Requests(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (path, _) =>
        {
            using var answer = await _catalogue.Silo.Client.GetAsync(path, CancellationToken.None);
            ((int)answer.StatusCode).ShouldBeOneOf([200, 404, 422], path.ToString());
            if (!answer.IsSuccessStatusCode) JsonNode.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None))!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("detail");
        });
    }

    [SampleFact(Corpus)]
    public Task Paths_are_not_found() => Naughty.EachAsync(AtOnce, async text =>
    {
        if (text.Trim('.').Length == 0) return; // The client would normalise this to another path.
        foreach (var path in (string[])["/posters/", "/catalog/", "/scraperCatalog/events/", "/api/events/"])
        {
            using var answer = await _catalogue.Silo.Client.GetAsync(new Uri(path + Uri.EscapeDataString(text), UriKind.Relative));
            ((int)answer.StatusCode).ShouldBeOneOf([400, 401, 404], path + text);
        }
    });

    [SampleFact(Corpus)]
    public async Task Feeds_are_well_formed()
    {
        var sent = Naughty.Strings().Select(text => _catalogue.Event(e =>
        {
            foreach (var field in (string[])["title", "description", "place", "genre", "url"]) e[field] = text + "\r\nX-FORGED:yes";
        })).ToArray();
        (await _catalogue.PostAsync("/scraper/results", Catalogue.Batch(sent))).Body["sent"]!.GetValue<int>().ShouldBe(sent.Length);

        // Views lag by at most a second.
        var calendar = "";
        await Waiting.UntilAsync("the calendar to have them", async () => (calendar = await TextAsync("/catalog/events.ics?limit=1000")).Length > 100 * sent.Length);
        var news = XDocument.Parse(await TextAsync("/catalog/events.rss?limit=1000"));

        var lines = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Count(line => line == "BEGIN:VEVENT").ShouldBeGreaterThanOrEqualTo(sent.Length);
        lines.Where(line => !Property().IsMatch(line) || line.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0).ShouldBeEmpty();
        calendar.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        news.Descendants("item").Count().ShouldBeGreaterThanOrEqualTo(sent.Length);
        news.Descendants().Select(element => element.Name.LocalName).Distinct().Order()
            .ShouldBe(["category", "channel", "description", "guid", "item", "link", "pubDate", "rss", "title"], ignoreOrder: true);
    }

    // Each string in each parameter, on alternating lists.
    private static IEnumerable<Uri> Requests()
    {
        var turn = 0;
        foreach (var text in Naughty.Strings())
        {
            turn++;
            foreach (var name in Naughty.Parameters)
                yield return new Uri($"{Naughty.Lists[turn++ % Naughty.Lists.Length]}?{name}={Uri.EscapeDataString(text)}", UriKind.Relative);
            yield return new Uri($"/catalog/events?{Uri.EscapeDataString(text)}=1", UriKind.Relative);
        }
    }

    private async Task<string> TextAsync(string path) => await _catalogue.Silo.Client.GetStringAsync(new Uri(path, UriKind.Relative));

    [GeneratedRegex("^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-PUBLISHED-TTL|TZID|TZNAME|TZOFFSETFROM|TZOFFSETTO|RRULE|RDATE|UID|DTSTART|DTEND|DTSTAMP|CREATED|LAST-MODIFIED|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|URL)[;:]", RegexOptions.NonBacktracking)]
    private static partial Regex Property();
}
