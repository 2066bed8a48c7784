using System.Collections.Frozen;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Tests.Extraction;

namespace Actors.Catalog.Tests.Scraping.Mapping;

public sealed class MappingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(3));

    private static readonly SourceSettings s_source = new()
    {
        Name = "test",
        Kind = SourceKind.Page,
        Url = "https://site.example/",
        Types = new Dictionary<string, string> { ["выставки"] = "exhibition" }.ToFrozenDictionary(),
    };

    private static readonly ExtractedEvent s_whole = new()
    {
        SourceId = "77",
        Title = "Джаз",
        Start = EventTimeReader.Read("2026-12-01T19:30"),
        Place = "Клуб",
        Address = "ул. Мира, 1",
        City = "Москва",
        Price = new PriceRange(400.99m, 700, "RUB"),
        Image = "https://site.example/own.jpg",
        Url = "https://site.example/77",
        Description = "Играют",
        Genre = "джаз",
        Age = "16",
        TypeHint = "concert",
    };

    [Fact]
    public void Complete_event_keeps_its_values()
    {
        var mapped = Map(s_whole).Event.ShouldNotBeNull();
        mapped.Uuid.ShouldBe(NameBasedUuid.Create(NameBasedUuid.OfSource("test"), "77"));
        (mapped.EventType, mapped.SourceId, mapped.Title, mapped.Description, mapped.Price).ShouldBe(("concert", "77", "Джаз", "Играют", 400L));
        (mapped.Place, mapped.Genre, mapped.Age, mapped.ImageUrl, mapped.Url).ShouldBe(("Клуб", "джаз", "16+", "https://site.example/own.jpg", "https://site.example/77"));
        mapped.DateList.Select(d => d.Text).ShouldBe(["2026-12-01T19:30:00"]);
        mapped.DatePreview.ShouldBe(mapped.DateList[0]);
        mapped.DatePreview.Instant.ShouldBe(new DateTimeOffset(2026, 12, 1, 19, 30, 0, TimeSpan.FromHours(3)));
    }

    [Fact]
    public void Gaps_are_filled_in_order()
    {
        Map(s_whole with { Description = null }).Event!.Description.ShouldBe("Джаз");
        Map(s_whole with { Place = null }).Event!.Place.ShouldBe("ул. Мира, 1");
        Map(s_whole with { Place = null, Address = null }).Event!.Place.ShouldBe("Москва");
        Map(s_whole with { Image = null }).Event!.ImageUrl.ShouldBe("https://site.example/og.png");
        Map(s_whole with { Genre = null, Categories = ["MusicEvent", "блюз"] }).Event!.Genre.ShouldBe("блюз");
        Map(s_whole with { Url = null, SourceId = null }).ItemKey.ShouldBe("https://site.example/page");
        Map(s_whole with { TypeHint = null, Categories = ["Выставки"] }).Reason.ShouldBe(DeadLetterReason.TypeUnknown);
        Map(s_whole with { Categories = ["выставки"] }).Event!.EventType.ShouldBe("exhibition", "the source's map wins over the markup");
    }

    [Fact]
    public void Source_defaults_fill_gaps()
    {
        var source = s_source with { DefaultType = "show", DefaultPrice = 0, DefaultPlace = "Парк", DefaultGenre = "разное", DefaultImage = "https://site.example/d.png" };
        var bare = new ExtractedEvent { Title = "Праздник", Start = s_whole.Start };
        var mapped = Map(bare, source, pageImage: null).Event.ShouldNotBeNull();
        (mapped.EventType, mapped.Price, mapped.Place, mapped.Genre, mapped.ImageUrl).ShouldBe(("show", 0L, "Парк", "разное", "https://site.example/d.png"));
    }

    public static TheoryData<string, object> Refused => new()
    {
        { DeadLetterReason.TitleMissing, s_whole with { Title = null } },
        { DeadLetterReason.TypeUnknown, s_whole with { TypeHint = null } },
        { DeadLetterReason.PlaceMissing, s_whole with { Place = null, Address = null, City = null } },
        { DeadLetterReason.PriceUnknown, s_whole with { Price = PriceRange.Unknown } },
        { DeadLetterReason.PriceUnknown, s_whole with { Price = new PriceRange(null, 500, "RUB") } },
        { DeadLetterReason.PriceUnknown, s_whole with { Price = new PriceRange(-1, null, null) } },
        { DeadLetterReason.DateMissing, s_whole with { Start = null } },
        { DeadLetterReason.DatePast, s_whole with { Start = EventTimeReader.Read("2026-11-20T19:00") } },
        { DeadLetterReason.DatePast, s_whole with { Start = EventTimeReader.Read("2028-01-01") } },
        { DeadLetterReason.Cancelled, s_whole with { Cancelled = true } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Missing_values_give_a_reason(string reason, object found)
    {
        var outcome = Map((ExtractedEvent)found);
        outcome.Event.ShouldBeNull();
        outcome.Reason.ShouldBe(reason);
        DeadLetterReason.All.ShouldContain(reason);
    }

    [Fact]
    public void Free_is_zero_and_unknown_is_not()
    {
        Map(s_whole with { Price = PriceRange.Free }).Event!.Price.ShouldBe(0);
        Map(s_whole with { Price = PriceText.Read("от 400.00 рублей") }).Event!.Price.ShouldBe(400);
    }

    [Fact]
    public void Times_without_offset_use_the_events_zone()
    {
        var ural = TimeZoneInfo.FindSystemTimeZoneById("Asia/Yekaterinburg");
        var range = new WeeklyRange(new(2026, 12, 5), new(2026, 12, 6), WeeklyRange.EveryDay, new(18, 0), null);
        var source = s_source with { Zone = Page.Moscow };
        var opening = Map(s_whole with { Start = null, Zone = ural, Ranges = [range] }, source).Event!.DateList;
        opening.Select(d => d.Text).ShouldBe(["2026-12-05T18:00:00+05:00", "2026-12-06T18:00:00+05:00"]);
        opening[0].Instant.ShouldBe(new DateTimeOffset(2026, 12, 5, 18, 0, 0, TimeSpan.FromHours(5)));
        Map(s_whole with { Zone = ural }, source).Event!.DatePreview.Text.ShouldBe("2026-12-01T19:30:00+05:00");
        Map(s_whole with { Zone = ural, Start = EventTimeReader.Read("2026-12-01") }, source).Event!.DatePreview
            .ShouldBe(new("2026-12-01T00:00:00+05:00", new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.FromHours(5)).AddTicks(-1)));
    }

    [Fact]
    public void Same_url_means_sessions_unless_titles_differ()
    {
        var first = s_whole with { SourceId = null };
        var again = first with { Start = EventTimeReader.Read("2026-12-02T19:30") };
        var sessions = EventMapper.MapPage([Session(first), Session(again)], Context(s_source)).ShouldHaveSingleItem();
        sessions.Event!.DateList.Select(d => d.Text).ShouldBe(["2026-12-01T19:30:00", "2026-12-02T19:30:00"]);
        EventMapper.MapPage([first, first with { Title = "Блюз" }], Context(s_source)).Select(o => o.ItemKey)
            .ShouldBe(["https://site.example/77#Джаз", "https://site.example/77#Блюз"]);
    }

    private static ExtractedEvent Session(ExtractedEvent e) => e with { Occurrences = [new Occurrence(e.Start!, e.End)] };

    private static MapContext Context(SourceSettings source, string? image = "https://site.example/og.png") =>
        new(source, "https://site.example/page", image, Page.Moscow, s_now);

    private static MapOutcome Map(ExtractedEvent found, SourceSettings? source = null, string? pageImage = "https://site.example/og.png") =>
        EventMapper.MapPage([found], Context(source ?? s_source, pageImage)).Single();
}
