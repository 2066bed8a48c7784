using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Tests.Extraction.Calendar;

public sealed class CalendarTests
{
    [Fact]
    public void Moved_and_excluded_sessions_leave_the_rule()
    {
        var events = Feed("""
            DTSTART;TZID=Europe/Moscow:20261201T190000
            DTEND;TZID=Europe/Moscow:20261201T210000
            RRULE:FREQ=WEEKLY;COUNT=5
            RDATE;TZID=Europe/Moscow:20261203T120000
            EXDATE;TZID=Europe/Moscow:20261208T190000
            UID:a@x
            SUMMARY:Кл
             уб
            """, """
            RECURRENCE-ID:20261215T160000Z
            DTSTART;TZID=Europe/Moscow:20261216T200000
            UID:a@x
            SUMMARY:Клуб
            """, """
            RECURRENCE-ID;TZID=Europe/Moscow:20261222T190000
            DTSTART;TZID=Europe/Moscow:20261222T190000
            STATUS:CANCELLED
            UID:a@x
            """).Events;
        events.Length.ShouldBe(2);
        events[0].Title.ShouldBe("Клуб");
        events[0].Occurrences.Select(o => o.Start.Text).ShouldBe(["2026-12-01T19:00:00+03:00", "2026-12-29T19:00:00+03:00", "2026-12-03T12:00:00+03:00"]);
        events[0].Occurrences[1].End!.Text.ShouldBe("2026-12-29T21:00:00+03:00");
        (events[1].SourceId, events[1].Occurrences.Single().Start.Text).ShouldBe(("a@x", "2026-12-16T20:00:00+03:00"));
    }

    [Fact]
    public void Local_time_stays_when_the_offset_changes()
    {
        var found = Feed("DTSTART;TZID=America/Chicago:20261025T193000\nRRULE:FREQ=WEEKLY;UNTIL=20261102T013000Z\nSUMMARY:x").OneEvent();
        found.Occurrences.Select(o => o.Start.Text).ShouldBe(["2026-10-25T19:30:00-05:00", "2026-11-01T19:30:00-06:00"], "UNTIL is the last session itself");
    }

    [Fact]
    public void Unknown_zone_is_read_from_the_feed()
    {
        var found = Page.Read("""
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Our own
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID="Our own":20260701T100000
            DTEND;TZID="Our own":20261201T100000
            SUMMARY:x\, y\; z
            END:VEVENT
            END:VCALENDAR
            """).OneEvent();
        (found.Title, found.Start!.Text, found.End!.Text).ShouldBe(("x, y; z", "2026-07-01T10:00:00+02:00", "2026-12-01T10:00:00+01:00"));
    }

    [Fact]
    public void All_day_end_is_exclusive_and_durations_are_added()
    {
        var events = Feed("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261203\nSUMMARY:a", "DTSTART:20261201T100000\nDURATION:PT1H30M\nSUMMARY:b").Events;
        (events[0].End!.Text, events[0].Occurrences.Single().End!.Text, events[0].AllDay).ShouldBe(("2026-12-03", "2026-12-02", true));
        (events[1].Start!.Text, events[1].End!.Text).ShouldBe(("2026-12-01T10:00:00", "2026-12-01T11:30:00"), "no zone: no offset");
    }

    [Fact]
    public void Sessions_from_today_on_and_the_first_are_listed()
    {
        var page = new FetchedPage(new Uri(Page.Address), Wrap("DTSTART:20070105T100000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:x"), Page.Moscow, new DateOnly(2026, 12, 1));
        var found = PageExtraction.Read(page, Extractors.Web, LinkRule.None).OneEvent();
        found.Occurrences[0].Start.Text.ShouldBe("2007-01-05T10:00:00Z");
        found.Occurrences.Skip(1).ShouldAllBe(o => o.Start.Local > new DateTime(2026, 11, 29) && o.Start.Local < new DateTime(2028, 1, 7));
        found.Occurrences.Length.ShouldBeInRange(50, 60);
    }

    [Fact]
    public void Unsupported_rule_is_a_problem_and_keeps_the_first_date()
    {
        var page = Feed("DTSTART:20261201T100000Z\nRRULE:FREQ=FORTNIGHTLY\nSUMMARY:x");
        page.Problems.ShouldHaveSingleItem().ShouldContain("FREQ=FORTNIGHTLY");
        page.Events.Single().Occurrences.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:X\n:\n;\n =\nSUMMARY\nX;=:\nX;\":")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=../../etc/passwd:20261201T100000\nDURATION:P9999W\nEXDATE:,,,x\nRDATE:/\nEND:VEVENT")]
    public void Broken_feeds_never_throw(string text) => Page.Read(text).Problems.ShouldBeEmpty();

    private static ExtractedPage Feed(params string[] events) => Page.Read(Wrap(events));

    private static string Wrap(params string[] events) =>
        "BEGIN:VCALENDAR\n" + string.Concat(events.Select(e => $"BEGIN:VEVENT\n{e}\nEND:VEVENT\n")) + "END:VCALENDAR";
}
