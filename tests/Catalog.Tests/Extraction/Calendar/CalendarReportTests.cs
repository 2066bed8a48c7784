using System.Text;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Tests.Extraction.Calendar;

/// <summary>Kinds of feeds that public bug reports describe.</summary>
public sealed class CalendarReportTests
{
    private const string Weekly = "UID:a@x\nDTSTART:20261203T170000Z\nDTEND:20261203T180000Z\nRRULE:FREQ=WEEKLY;COUNT=5\nSUMMARY:Choir";

    [Theory]
    [InlineData("\r\n ")]
    [InlineData("\n\t")]
    public void A_letter_folded_in_the_middle_is_whole(string fold)
    {
        byte[] feed = [.. Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\nSUMMARY:Ж"), .. Encoding.UTF8.GetBytes("Ж")[..1], .. Encoding.UTF8.GetBytes(fold), .. Encoding.UTF8.GetBytes("Ж")[1..]];
        PageText.Decode(feed, "text/calendar; charset=utf-8").ShouldEndWith("SUMMARY:ЖЖ");
        PageText.Decode([0xEF, 0xBB, 0xBF, .. feed], null).ShouldEndWith("SUMMARY:ЖЖ");
    }

    [Fact]
    public void An_escaped_comma_does_not_part_categories() =>
        Feed("DTSTART:20261203T170000Z\nCATEGORIES:Food\\, Drink,a\\\\,Music\nSUMMARY:x").OneEvent().Categories.ShouldBe(["Food, Drink", "a\\", "Music"]);

    [Fact]
    public void All_later_dates_follow_an_instance_with_a_range()
    {
        var events = Feed(Weekly, """
            UID:a@x
            RECURRENCE-ID;RANGE=THISANDFUTURE:20261217T170000Z
            DTSTART:20261217T190000Z
            DTEND:20261217T203000Z
            SUMMARY:Choir elsewhere
            LOCATION:Barn
            """, "UID:a@x\nRECURRENCE-ID:20261224T170000Z\nDTSTART:20261224T120000Z\nSUMMARY:Early").Events;
        Starts(events[0]).ShouldBe(["2026-12-03T17:00:00Z", "2026-12-10T17:00:00+00:00"]);
        Starts(events[1]).ShouldBe(["2026-12-17T19:00:00Z", "2026-12-31T19:00:00+00:00"]);
        (events[1].Title, events[1].Place, events[1].Occurrences[1].End!.Text).ShouldBe(("Choir elsewhere", "Barn", "2026-12-31T20:30:00+00:00"));
        Starts(events[2]).ShouldBe(["2026-12-24T12:00:00Z"]);
    }

    [Fact]
    public void A_cancelled_range_ends_a_series() =>
        Starts(Feed(Weekly, "UID:a@x\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261217T170000Z\nDTSTART:20261217T170000Z\nSTATUS:CANCELLED").OneEvent()).Length.ShouldBe(2);

    [Fact]
    public void The_newest_version_counts_wherever_it_stands()
    {
        string[] versions =
        [
            "UID:a@x\nSEQUENCE:2\nDTSTAMP:20261101T000000Z\nDTSTART:20261217T170000Z\nSUMMARY:new",
            "UID:a@x\nSEQUENCE:1\nDTSTAMP:20261130T000000Z\nDTSTART:20261210T170000Z\nSUMMARY:old",
        ];
        Feed(versions).OneEvent().Title.ShouldBe("new");
        Feed([.. versions.Reverse()]).OneEvent().Title.ShouldBe("new");
        var events = Feed(Weekly, "UID:a@x\nSEQUENCE:2\nRECURRENCE-ID:20261217T170000Z\nDTSTART:20261218T170000Z", "UID:a@x\nSEQUENCE:1\nRECURRENCE-ID:20261217T170000Z\nDTSTART:20261219T170000Z").Events;
        events.Length.ShouldBe(2);
        Starts(events[1]).ShouldBe(["2026-12-18T17:00:00Z"]);
        Feed("UID:a@x\nDTSTAMP:20261101T000000Z\nDTSTART:20261210T170000Z\nSUMMARY:old", "UID:a@x\nDTSTAMP:20261102T000000Z\nDTSTART:20261211T170000Z\nSUMMARY:new").OneEvent().Title.ShouldBe("new");
    }

    [Fact]
    public void An_instance_is_one_session_whatever_rule_it_repeats() =>
        Starts(Feed(Weekly, "UID:a@x\nRECURRENCE-ID:20261217T170000Z\nDTSTART:20261218T170000Z\nRRULE:FREQ=WEEKLY").Events[1]).ShouldBe(["2026-12-18T17:00:00Z"]);

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Moscow:20261208T000000")]
    [InlineData("RECURRENCE-ID:20261207T210000Z")]
    [InlineData("RECURRENCE-ID:20261208T000000Z")]
    public void A_moved_day_may_be_named_by_its_midnight(string replaced)
    {
        var events = Feed("UID:a@x\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;COUNT=3", $"UID:a@x\n{replaced}\nDTSTART;VALUE=DATE:20261209").Events;
        Starts(events[0]).ShouldBe(["2026-12-01", "2026-12-15"]);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261201", "EXDATE;TZID=Europe/Moscow:20261208T000000")]
    [InlineData("DTSTART;TZID=Europe/Moscow:20261201T190000", "EXDATE;VALUE=DATE:20261208")]
    [InlineData("DTSTART:20261201T190000", "EXDATE;TZID=Europe/Moscow:20261208T190000")]
    public void A_day_is_taken_out_by_a_date_and_by_a_moment(string start, string excluded) =>
        Starts(Feed($"{start}\nRRULE:FREQ=WEEKLY;COUNT=3\n{excluded}").OneEvent()).Length.ShouldBe(2);

    [Fact]
    public void A_series_that_ends_before_it_begins_has_no_session()
    {
        var found = Feed("DTSTART:20261207T170000Z\nRRULE:FREQ=WEEKLY;UNTIL=20261206T000000Z").OneEvent();
        (found.Occurrences.IsEmpty, found.Cancelled).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=12,16;BYMINUTE=0;COUNT=3", "2026-12-01T12:00:00Z 2026-12-01T16:00:00+00:00 2026-12-02T12:00:00+00:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=20261201T190000Z", "2026-12-01T12:00:00Z 2026-12-01T15:00:00+00:00 2026-12-01T18:00:00+00:00")]
    public void Hours_of_a_day_are_sessions(string rule, string starts) =>
        string.Join(' ', Starts(Feed($"DTSTART:20261201T120000Z\nRRULE:{rule}").OneEvent())).ShouldBe(starts);

    [Fact]
    public void A_rule_of_every_second_ends_within_the_budget_of_its_feed() =>
        Feed([.. Enumerable.Range(0, 50).Select(i => $"UID:{i}\nDTSTART:20261201T120000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]).Events.Length.ShouldBe(50);

    [Fact]
    public void The_zone_of_the_feed_comes_before_the_one_of_its_name()
    {
        var page = Page.Read("""
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:GMT
            BEGIN:STANDARD
            DTSTART:20001029T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20000326T010000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID=GMT:20270723T102000
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=GMT:20270328T013000
            END:VEVENT
            END:VCALENDAR
            """);
        page.Events.Select(e => e.Start!.Text).ShouldBe(["2027-07-23T10:20:00+01:00", "2027-03-28T01:30:00+00:00"], "the second lies in the skipped hour");
    }

    private static string[] Starts(ExtractedEvent found) => [.. found.Occurrences.Select(o => o.Start.Text)];

    private static ExtractedPage Feed(params string[] events) => PageExtraction.Read(
        new FetchedPage(new Uri(Page.Address), "BEGIN:VCALENDAR\n" + string.Concat(events.Select(e => $"BEGIN:VEVENT\n{e}\nEND:VEVENT\n")) + "END:VCALENDAR", Page.Moscow, new DateOnly(2026, 12, 1)),
        Extractors.Web, LinkRule.None);
}
