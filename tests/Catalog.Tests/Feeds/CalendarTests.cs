using System.Text;
using Actors.Catalog.Events;
using Actors.Catalog.Feeds;
using Actors.Catalog.Listing.Filters;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Catalog.Tests.Feeds;

public sealed class CalendarTests
{
    private static readonly TimeZoneInfo s_moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly TimeZoneInfo s_berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset s_now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_date_is_an_entry_with_a_stable_uid()
    {
        var lines = Lines(Event(Date("2026-09-05T19:00:00"), Date("2026-09-06T19:00:00")), s_moscow);
        var rolled = Lines(Event(Date("2026-09-05T19:00:00"), Date("2026-09-06T19:00:00")) with { DatePreview = Date("2026-09-06T19:00:00") }, s_moscow);

        lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ShouldBe(
        [
            "UID:11111111-1111-1111-1111-111111111111-20260905T160000Z@actors",
            "UID:11111111-1111-1111-1111-111111111111-20260906T160000Z@actors",
        ]);
        rolled.ShouldBe(lines);
        lines.ShouldContain("DTSTART;TZID=Europe/Moscow:20260905T190000");
        lines.ShouldContain("DTSTAMP:20260801T101112Z");
        lines.ShouldContain("URL:https://example.com/event/1");
    }

    [Fact]
    public void A_date_without_an_hour_is_a_whole_day() =>
        Lines(Event(EventDate.OfDay("2026-09-05T00:00:00", new DateTime(2026, 9, 5), s_moscow)), s_moscow).ShouldContain("DTSTART;VALUE=DATE:20260905");

    [Fact]
    public void Only_requested_dates_are_entries() =>
        Encoding.UTF8.GetString(CalendarFeed.Write(
            [Event(Date("2026-09-05T19:00:00"), Date("2026-09-06T19:00:00"))],
            DateRange.OfDays(new(2026, 9, 6), new(2026, 9, 6), s_moscow), s_moscow, s_now).Span).ShouldNotContain("20260905");

    [Fact]
    public void A_zone_with_summer_time_is_defined()
    {
        var lines = Lines(Event(EventDate.Of("", new DateTime(2027, 7, 1, 20, 0, 0), null, s_berlin)), s_berlin);

        var summer = lines.IndexOf("DTSTART:20270328T020000");
        lines.GetRange(summer - 1, 5).ShouldBe(["BEGIN:DAYLIGHT", "DTSTART:20270328T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT"]);
        var winter = lines.IndexOf("DTSTART:20271031T030000");
        lines.GetRange(winter - 1, 5).ShouldBe(["BEGIN:STANDARD", "DTSTART:20271031T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"]);
        lines.ShouldContain("DTSTART;TZID=Europe/Berlin:20270701T200000");
    }

    [Fact]
    public void A_date_beyond_the_defined_years_is_in_UTC() => Lines(Event(Date("2099-09-05T19:00:00")), s_moscow).ShouldContain("DTSTART:20990905T160000Z");

    [Fact]
    public void Text_is_escaped_and_other_links_than_http_are_omitted()
    {
        var lines = Lines(Event(Date("2026-09-05T19:00:00")) with { Title = "a;b,c\\d\r\nEND:VEVENT\u0007", Url = "javascript:alert(1)" }, s_moscow);

        lines.ShouldContain("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT");
        lines.ShouldNotContain(l => l.StartsWith("URL", StringComparison.Ordinal));
    }

    [Fact]
    public void Folded_lines_unfold_to_the_original() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            var value = string.Concat(Enumerable.Repeat(string.Concat(text.Get.EnumerateRunes().Where(r => !Rune.IsControl(r))) + "ёж🦔", 20));
            var file = new CalendarWriter();
            file.Line("X", value);
            var lines = Encoding.UTF8.GetString(file.File.Span).Split("\r\n");
            return lines.All(l => Encoding.UTF8.GetByteCount(l) <= 75) && string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal) == $"X:{value}\r\n"
                && lines[1..^1].All(l => l.StartsWith(' '));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_kind_of_date_can_be_written()
    {
        foreach (var text in new[] { "0001-01-01T00:00:00", "9999-12-31T23:59:59" })
            Lines(Event(Date(text), EventDate.OfDay(text, Date(text).Instant.UtcDateTime.Date.AddDays(text[0] == '9' ? -1 : 1), s_moscow)), s_moscow).ShouldContain("END:VCALENDAR");
    }

    private static EventDate Date(string text) =>
        EventDate.Of(text, DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), null, s_moscow);

    private static EventState Event(params EventDate[] dates) => new()
    {
        Id = 1,
        Uuid = Guid.Parse("11111111-1111-1111-1111-111111111111"),
        EventType = "concert",
        Title = "Концерт",
        Place = "Главная сцена",
        Url = "https://example.com/event/1",
        DatePreview = dates[0],
        DateList = [.. dates],
        ChangedAt = new DateTimeOffset(2026, 8, 1, 10, 11, 12, TimeSpan.Zero),
        Active = true,
    };

    private static List<string> Lines(EventState e, TimeZoneInfo zone) =>
        [.. Encoding.UTF8.GetString(CalendarFeed.Write([e], DateRange.Always, zone, s_now).Span).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
}
