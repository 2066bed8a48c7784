using System.Globalization;
using System.Text.Json;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction.Sites;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Extraction;

/// <summary>Real pages give exactly the values that a person read from them.</summary>
public sealed class SampleTests
{
    private static readonly TimeZoneInfo s_moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly string[] s_names =
    [
        "chambermaster-ssa43-microdata.html",
        "demokrateam-event-string-address.json",
        "eventbrite-broken-jsonld.html",
        "hcalendar-upcoming-ignite-portland.html",
        "ical-the-events-calendar-clihtf.ics",
        "kde-akademy2019-microdata.html",
        "mobilizon-event-jsonld.html",
        "plain-listing-chi-ssa-21.html",
        "ru-globus-theatre-playbill.html",
        "ru-kinoafisha-film-hcalendar.html",
        "ru-kudago-api-event-detail.json",
        "ru-kudago-api-events-list.json",
        "ru-kudago-api-events-page.json",
        "ru-kudago-page-exhibition.html",
        "ru-old-house-theatre-april.json",
        "ru-podzemka-club-page1.html",
        "ru-red-torch-theatre-playbill.html",
        "ru-timepad-api-event.json",
        "ru-yandex-afisha-theatre-selection.json",
        "schemaorg-microdata-foo-fighters.html",
        "schemaorg-microdata-nba-game.html",
        "schemaorg-microdata-theaterevent.html",
        "schemaorg-microdata-typhoon.html",
        "songkick-artist-years-and-years.html",
        "songkick-concert-elysian-fields.html",
    ];

    public static TheoryData<string> Files => new(s_names);

    [SampleTheory("samples/events")]
    [MemberData(nameof(Files))]
    public void Real_page_gives_the_expected_events(string file)
    {
        using var expected = Expected(file);
        var root = expected.RootElement;
        var page = Read(file, root.GetProperty("page_url").GetString()!, Today(root));
        page.Problems.ShouldBeEmpty();
        page.Events.Length.ShouldBe(root.GetProperty("count").GetInt32());
        foreach (var (found, wanted, at) in page.Events.Zip(root.GetProperty("events").EnumerateArray(), Enumerable.Range(0, int.MaxValue)))
            SampleExpectation.ShouldMatch(found, wanted, $"{file} event {at}");
    }

    [SampleTheory("samples/events")]
    [InlineData("plain-listing-chi-ssa-21.html")]
    [InlineData("ru-globus-theatre-playbill.html")]
    public void Other_format_gives_no_event(string file) =>
        Read(file, "https://site.example/").Events.ShouldBeEmpty();

    [SampleFact("samples/events")]
    public void Every_file_of_the_folder_is_checked() =>
        Directory.GetFiles(Samples.Path("events"), "*.expected.json").Select(f => Path.GetFileName(f)[..^".expected.json".Length]).Order(StringComparer.Ordinal)
            .Except(s_names).ShouldBe(["ical-google-portland-user-groups.ics", "ru-kudago-api-dates-with-schedules.json"], "these two have separate tests below");

    [SampleFact("samples/events")]
    public void Page_image_and_next_page_are_found()
    {
        Read("chambermaster-ssa43-microdata.html", "https://business.rpba.org/").Image
            .ShouldBe("https://chambermaster.blob.core.windows.net/images/chambers/9362/ChamberImages/logo/200x200/RPBA_crop.jpg");
        Read("ru-kudago-api-events-page.json", "https://kudago.com/public-api/v1.4/events/").NextPage.ShouldNotBeNull().ShouldContain("page=2&page_size=100");
        Read("ru-yandex-afisha-theatre-selection.json", "https://afisha.yandex.ru/api/events/selection/x?limit=20&offset=40&city=moscow").NextPage
            .ShouldBe("https://afisha.yandex.ru/api/events/selection/x?limit=20&offset=41&city=moscow");
    }

    [SampleFact("samples/events")]
    public void Dates_of_kudago_are_sessions_and_opening_hours()
    {
        using var expected = Expected("ru-kudago-api-dates-with-schedules.json");
        var wanted = expected.RootElement.GetProperty("expected");
        using var sample = JsonDocument.Parse(Samples.Text("events/ru-kudago-api-dates-with-schedules.json"));
        var dates = KudaGoDates.Read(sample.RootElement.EnumerateArray(), s_moscow);
        dates.Single.Select(o => (o.Start.InstantIn(s_moscow).ToUnixTimeSeconds(), o.End!.InstantIn(s_moscow).ToUnixTimeSeconds()))
            .ShouldBe(wanted.GetProperty("single_dates").EnumerateArray().Select(d => (d.GetProperty("start_unix").GetInt64(), d.GetProperty("end_unix").GetInt64())));
        dates.Scheduled.Select(Line).ShouldBe(wanted.GetProperty("scheduled_ranges").EnumerateArray().Select(Line));
    }

    [SampleFact("samples/events")]
    public void Real_calendar_is_read_with_zones_and_texts()
    {
        using var expected = Expected("ical-google-portland-user-groups.ics");
        var page = Read("ical-google-portland-user-groups.ics", "https://calendar.example/feed.ics");
        page.Problems.ShouldBeEmpty();
        page.Events.Length.ShouldBe(expected.RootElement.GetProperty("count_vevents").GetInt32());
        foreach (var check in expected.RootElement.GetProperty("checks").EnumerateArray())
            SampleExpectation.ShouldMatch(page.Events[check.GetProperty("index").GetInt32()], check, "check");
        var repeated = expected.RootElement.GetProperty("recurrence_check");
        page.Events[repeated.GetProperty("index").GetInt32()].Occurrences.Select(o => o.Start.Text[..16])
            .ShouldBe(repeated.GetProperty("expanded_starts_local").EnumerateArray().Select(t => t.GetString()));
    }

    private static string Line(WeeklyRange range) =>
        $"{range.First:yyyy-MM-dd}..{range.Last:yyyy-MM-dd} {string.Join(',', range.Days.Select(d => d == DayOfWeek.Sunday ? 7 : (int)d))} {range.From:HH\\:mm}-{range.To:HH\\:mm}";

    private static string Line(JsonElement range) =>
        $"{range.GetProperty("start_date")}..{range.GetProperty("end_date")} {string.Join(',', range.GetProperty("weekdays_iso").EnumerateArray())} {range.GetProperty("from")}-{range.GetProperty("to")}";

    private static ExtractedPage Read(string file, string url, DateOnly? today = null)
    {
        var source = SourceOf(new Uri(url), file);
        var page = new FetchedPage(new Uri(url), PageText.Decode(Samples.Bytes("events/" + file), null), s_moscow, today);
        return PageExtraction.Read(page, source is null ? Extractors.Web : Extractors.For(source), LinkRule.None);
    }

    // The shipped sources match the hosts of these files; saved pages of a site with an API count as pages.
    private static SourceSettings? SourceOf(Uri url, string file) => file == "ru-kudago-page-exhibition.html" ? null :
        SourcesFile.Read(File.ReadAllText(RepoRoot.Combine("silo/sources.json")), "sources.json", _ => null).Sources
            .FirstOrDefault(s => new Uri(s.Url.Replace("{now}", "0", StringComparison.Ordinal)).Host == url.Host);

    private static DateOnly? Today(JsonElement root) =>
        root.TryGetProperty("reference_date", out var day) && day.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static JsonDocument Expected(string file) => JsonDocument.Parse(Samples.Text($"events/{file}.expected.json"));
}
