using System.Globalization;
using System.Text.Json;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Scraping.Tool;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Extraction;

/// <summary>Inputs from public bug reports give the results in EXPECTED.json beside them, as <c>scrape</c> reads them.</summary>
public sealed class ReportSamplesTests
{
    private const string PageUrl = "https://site.example/e/1";
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(3));

    private static readonly string[] s_pages =
    [
        "02-ics-category-with-comma.ics",
        "03-jsonld-event-schedule.html",
        "04-ics-folded-inside-a-letter.ics",
        "05-hevent-value-class-zone.html",
        "06-svg-seat-map.html",
        "07-meta-utf-16.html",
        "08-iso-8859-1-is-windows-1252.html",
        "09-price-six-decimals.html",
        "10-ics-this-and-future.ics",
        "11-ics-newer-sequence.ics",
        "12-charset-label-cp1251.html",
        "13-charset-of-a-script-first.html",
        "17-ics-tzid-gmt-means-london.ics",
        "18-ics-byhour.ics",
        "22-ics-instance-with-rrule.ics",
        "25-jsonld-ids-for-addresses.html",
        "28b-kudago-schedule-in-another-city.json",
        "46-ics-until-before-start.ics",
    ];

    public static TheoryData<string> Inputs => new(s_pages);

    [SampleTheory("samples/reports")]
    [MemberData(nameof(Inputs))]
    public void Input_gives_the_expected_result(string file)
    {
        using var document = JsonDocument.Parse(Samples.Text("reports/EXPECTED.json"));
        var expected = document.RootElement.GetProperty(file);
        var reading = Read(file, expected.TryGetProperty("source", out var source) ? source.GetString()! : "t");
        foreach (var property in expected.EnumerateObject().Where(p => p.Name != "source"))
            Check(reading, property, $"{file}: {property.Name}");
    }

    [SampleFact("samples/reports")]
    public void Offset_without_sign_is_dropped_and_reported_by_scrape()
    {
        var reading = Read("01-jsonld-offset-without-plus.html", "t");
        Dates(reading).Select(d => d.Text).ShouldBe(["2027-01-09T17:00:00+03:00"]);
        reading.Problems.ShouldContain(p => p.Contains("2027-01-09T17:00:0009:00", StringComparison.Ordinal));
    }

    [SampleTheory("samples/reports")]
    [InlineData("12b-charset-label-windows-1251.html", "t", "Вишнёвый сад")]
    [InlineData("23-jsonld-place-and-virtual.html", "t", "Maker hall")]
    [InlineData("28-kudago-permanent-exhibition.json", "k", "Кабинет минералов")]
    public void Correct_results_stay_correct(string file, string source, string text)
    {
        var reading = Read(file, source);
        reading.Problems.ShouldBeEmpty();
        Output(reading).ShouldContain(text);
        Dates(reading).ShouldNotBeEmpty();
    }

    private static void Check(ScrapeResult reading, JsonProperty expected, string which)
    {
        string[] texts = expected.Value.ValueKind == JsonValueKind.Array ? [.. expected.Value.EnumerateArray().Select(t => t.GetString()!)] : [];
        var moments = Dates(reading).Select(d => d.Instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)).ToList();
        switch (expected.Name)
        {
            case "contains":
                texts.ShouldAllBe(t => Output(reading).Contains(t, StringComparison.Ordinal), which);
                break;
            case "not":
                texts.ShouldAllBe(t => !Output(reading).Contains(t, StringComparison.Ordinal), which);
                break;
            case "any":
                texts.ShouldContain(t => Output(reading).Contains(t, StringComparison.Ordinal), which);
                break;
            case "starts":
                var dates = Dates(reading).Select(d => d.Text).ToList();
                dates.Count.ShouldBe(texts.Length, which);
                dates.Zip(texts).ShouldAllBe(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal), which);
                break;
            case "moments":
                texts.Except(moments).ShouldBeEmpty(which);
                break;
            case "not_moments":
                texts.Intersect(moments).ShouldBeEmpty(which);
                break;
            case "mapped_dates":
                moments.Count.ShouldBe(expected.Value.GetInt32(), which);
                break;
            case "count":
                reading.Events.Length.ShouldBe(expected.Value.GetInt32(), which);
                break;
            case "price_min":
                reading.Events[0].Found.Price.Min.ShouldBe(expected.Value.GetDecimal(), which);
                break;
            default:
                throw new InvalidOperationException($"{which} is a key that this test does not know");
        }
    }

    // Sessions of one event are mapped together; each shows the common result.
    private static List<Catalog.Events.EventDate> Dates(ScrapeResult reading) =>
        [.. reading.Events.Select(e => e.Mapped).Distinct().SelectMany(m => m.Event?.DateList ?? [])];

    private static string Output(ScrapeResult reading) => string.Join('\n', ScrapeJson.Lines(reading));

    private static ScrapeResult Read(string file, string name)
    {
        var source = SourcesFile.Read(Samples.Text("reports/sources.json"), "sources.json", _ => null).Sources.Single(s => s.Name == name);
        return ScrapeResult.Read(source, new Uri(PageUrl), PageText.Decode(Samples.Bytes("reports/" + file), null), Page.Moscow, s_now);
    }
}
