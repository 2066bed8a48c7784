using Actors.Catalog.Events.Dates;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Tests.Extraction;

namespace Actors.Catalog.Tests.Scraping.Mapping;

public sealed class FutureDatesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(3));
    private static readonly SourceSettings s_source = new() { Name = "test", Kind = SourceKind.Page, Url = "https://site.example/" };

    [Fact]
    public void Range_gives_each_remaining_day() =>
        Dates("2026-11-19T10:00", "2026-11-24T20:00").ShouldBe(["2026-11-22T10:00:00", "2026-11-23T10:00:00", "2026-11-24T10:00:00"]);

    [Fact]
    public void Future_range_begins_with_its_start() =>
        Dates("2026-12-30", "2027-01-01").ShouldBe(["2026-12-30T00:00:00", "2026-12-31T00:00:00", "2027-01-01T00:00:00"]);

    [Fact]
    public void End_at_midnight_adds_no_day() =>
        Dates("2026-12-01T00:00:00", "2026-12-03T00:00:00").ShouldBe(["2026-12-01T00:00:00", "2026-12-02T00:00:00"]);

    [Fact]
    public void Night_past_midnight_is_one_date() => Dates("2026-12-01T22:00+03:00", "2026-12-02T05:00+03:00").ShouldBe(["2026-12-01T22:00:00+03:00"]);

    [Fact]
    public void End_before_start_is_ignored() => Dates("2026-12-07T09:30", "2026-10-13T16:30").ShouldBe(["2026-12-07T09:30:00"]);

    [Fact]
    public void Today_is_future_but_this_morning_is_not()
    {
        Dates("2026-11-21", null).ShouldBe(["2026-11-21T00:00:00"]);
        Dates("2026-11-21T11:59", null).ShouldBeEmpty();
    }

    [Fact]
    public void Date_without_time_lasts_until_its_day_ends()
    {
        var dates = FutureDates.Of(new ExtractedEvent { Start = EventTimeReader.Read("2026-11-21") }, Context(s_source));
        var (date, midnight) = (dates.ShouldHaveSingleItem(), new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(3)));
        date.Text.ShouldBe("2026-11-21T00:00:00");
        Rollover.NextDate(date, dates, midnight.AddSeconds(-1)).ShouldBe(date);
        Rollover.NextDate(date, dates, midnight).ShouldBeNull();
    }

    [Fact]
    public void Day_ends_in_the_zone_of_its_source()
    {
        var source = s_source with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Novosibirsk") };
        var date = FutureDates.Of(new ExtractedEvent { Start = EventTimeReader.Read("2026-12-01") }, Context(source)).Single();
        (date.Text, date.Instant.AddTicks(1).UtcDateTime).ShouldBe(("2026-12-01T00:00:00+07:00", new DateTime(2026, 12, 1, 17, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Ambiguous_hour_is_the_first()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        EventTimeReader.Read("2026-10-25T02:30")!.InstantIn(berlin).UtcDateTime.ShouldBe(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc));
        EventTimeReader.Read("2026-03-29T02:30")!.InstantIn(berlin).UtcDateTime.ShouldBe(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Dates_are_limited()
    {
        Dates("2026-01-01", "2030-01-01").Length.ShouldBe(FutureDates.MaxDates);
        Dates("2027-11-23", null).ShouldBeEmpty();
        Dates("2027-11-22T11:00", null).ShouldBe(["2027-11-22T11:00:00"]);
    }

    [Fact]
    public void Opening_hours_give_their_weekdays()
    {
        var range = new WeeklyRange(null, new DateOnly(2026, 11, 29), [DayOfWeek.Saturday, DayOfWeek.Sunday], new TimeOnly(11, 0), new TimeOnly(20, 0));
        var found = new ExtractedEvent { Ranges = [range] };
        Of(found).ShouldBe(["2026-11-22T11:00:00", "2026-11-28T11:00:00", "2026-11-29T11:00:00"], "today's opening has passed");
    }

    [Fact]
    public void A_source_with_a_zone_gives_dates_with_an_offset()
    {
        var source = s_source with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Novosibirsk") };
        var date = FutureDates.Of(new ExtractedEvent { Start = EventTimeReader.Read("2026-12-01T19:30") }, Context(source)).Single();
        (date.Text, date.Instant.UtcDateTime).ShouldBe(("2026-12-01T19:30:00+07:00", new DateTime(2026, 12, 1, 12, 30, 0, DateTimeKind.Utc)));
    }

    private static string[] Dates(string start, string? end) =>
        Of(new ExtractedEvent { Start = EventTimeReader.Read(start), End = EventTimeReader.Read(end) });

    private static string[] Of(ExtractedEvent found) => [.. FutureDates.Of(found, Context(s_source)).Select(d => d.Text)];

    private static MapContext Context(SourceSettings source) => new(source, "https://site.example/page", null, Page.Moscow, s_now);
}
