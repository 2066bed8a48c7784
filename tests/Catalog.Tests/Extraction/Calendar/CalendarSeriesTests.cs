using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction.Calendar;

/// <summary>Series with modified instances, in the forms that calendar programs write.</summary>
public sealed class CalendarSeriesTests
{
    private const string Weekly = "UID:a\nSUMMARY:Choir\nDTSTART;TZID=Europe/Berlin:20261001T190000\nDTEND;TZID=Europe/Berlin:20261001T200000\nRRULE:FREQ=WEEKLY;COUNT=6";

    [Fact]
    public void Instance_with_range_shifts_later_sessions()
    {
        var events = Read(Weekly, "UID:a\nSUMMARY:Choir, later\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261015T190000\nDTSTART;TZID=Europe/Berlin:20261016T203000\nDURATION:PT2H\nLOCATION:Barn");

        Starts(events[0]).ShouldBe(["2026-10-01T19:00:00+02:00", "2026-10-08T19:00:00+02:00"]);
        // The local time stays when daylight saving time ends.
        Starts(events[1]).ShouldBe(["2026-10-16T20:30:00+02:00", "2026-10-23T20:30:00+02:00", "2026-10-30T20:30:00+01:00", "2026-11-06T20:30:00+01:00"]);
        (events[0].Title, events[1].Title, events[1].Place).ShouldBe(("Choir", "Choir, later", "Barn"));
        events[1].Occurrences.ShouldAllBe(session => session.End!.Local - session.Start.Local == TimeSpan.FromHours(2));
    }

    [Fact]
    public void Range_ends_at_the_next_range()
    {
        var events = Read(
            Weekly,
            "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261022T170000Z\nDTSTART:20261022T180000Z\nSUMMARY:second",
            "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261008T190000\nDTSTART;TZID=Europe/Berlin:20261008T180000\nSUMMARY:first",
            "UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261029T190000\nDTSTART;TZID=Europe/Berlin:20261031T120000\nSUMMARY:alone");

        Starts(events[0]).ShouldBe(["2026-10-01T19:00:00+02:00"]);
        Starts(events[1]).ShouldBe(["2026-10-22T18:00:00Z", "2026-11-05T20:00:00+01:00"]);
        Starts(events[2]).ShouldBe(["2026-10-08T18:00:00+02:00", "2026-10-15T18:00:00+02:00"]);
        Starts(events[3]).ShouldBe(["2026-10-31T12:00:00+01:00"]);
    }

    [Fact]
    public void A_cancelled_range_ends_the_series() =>
        Starts(Read(Weekly, "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261015T190000\nDTSTART;TZID=Europe/Berlin:20261015T190000\nSTATUS:CANCELLED").Single())
            .ShouldBe(["2026-10-01T19:00:00+02:00", "2026-10-08T19:00:00+02:00"]);

    [Fact]
    public void Rule_of_an_instance_is_ignored()
    {
        var events = Read(Weekly, "UID:a\nSUMMARY:moved\nRECURRENCE-ID;TZID=Europe/Berlin:20261015T190000\nDTSTART;TZID=Europe/Berlin:20261016T190000\nRRULE:FREQ=WEEKLY;COUNT=6\nRDATE:20261017T190000Z");
        events.SelectMany(Starts).Count().ShouldBe(6);
        Starts(events[1]).ShouldBe(["2026-10-16T19:00:00+02:00"]);
    }

    [Theory]
    [InlineData("SEQUENCE:0\nSUMMARY:old", "SEQUENCE:2\nSUMMARY:new")]
    [InlineData("SEQUENCE:2\nSUMMARY:new", "SUMMARY:old")]
    [InlineData("SEQUENCE:1\nDTSTAMP:20260102T000000Z\nSUMMARY:new", "SEQUENCE:1\nDTSTAMP:20260101T000000Z\nSUMMARY:old")]
    [InlineData("DTSTAMP:20260101T000000Z\nSUMMARY:old", "DTSTAMP:20260102T000000Z\nSUMMARY:new")]
    [InlineData("SEQUENCE:10\nDTSTAMP:20250101T000000Z\nSUMMARY:new", "SEQUENCE:9\nDTSTAMP:20260101T000000Z\nSUMMARY:old")]
    public void Newest_version_wins(params string[] versions) =>
        Read([.. versions.Select(version => $"UID:a\nDTSTART:20261210T190000Z\n{version}")]).Single().Title.ShouldBe("new");

    [Fact]
    public void Newest_version_of_an_instance_wins_in_any_order()
    {
        var events = Read(
            Weekly,
            "UID:a\nSEQUENCE:2\nSUMMARY:new\nRECURRENCE-ID;TZID=Europe/Berlin:20261015T190000\nDTSTART;TZID=Europe/Berlin:20261016T190000",
            "UID:a\nSEQUENCE:1\nSUMMARY:old\nRECURRENCE-ID:20261015T170000Z\nDTSTART;TZID=Europe/Berlin:20261017T190000");
        events.Select(e => e.Title).ShouldBe(["Choir", "new"]);
    }

    [Fact]
    public void Events_without_uid_or_of_equal_version_are_kept()
    {
        Read("SUMMARY:a\nDTSTART:20261210T190000Z\nSEQUENCE:1", "SUMMARY:b\nDTSTART:20261211T190000Z").Count.ShouldBe(2);
        Read("UID:x\nSUMMARY:a\nDTSTART:20261210T190000Z", "UID:x\nSUMMARY:b\nDTSTART:20261211T190000Z").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20261208")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Moscow:20261208T000000")]
    [InlineData("RECURRENCE-ID;TZID=America/Chicago:20261208T000000")]
    [InlineData("RECURRENCE-ID:20261207T210000Z")]
    [InlineData("RECURRENCE-ID:20261208T000000")]
    [InlineData("RECURRENCE-ID:20261208T000000Z")]
    public void Day_is_replaced_in_any_notation(string replaced)
    {
        var events = Read("UID:a\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;COUNT=3", $"UID:a\n{replaced}\nDTSTART;VALUE=DATE:20261209");
        Starts(events[0]).ShouldBe(["2026-12-01", "2026-12-15"]);
        Starts(events[1]).ShouldBe(["2026-12-09"]);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261201", "EXDATE;TZID=Europe/Moscow:20261208T000000")]
    [InlineData("DTSTART;VALUE=DATE:20261201", "EXDATE:20261207T210000Z")]
    [InlineData("DTSTART:20261201T190000", "EXDATE;TZID=Europe/Moscow:20261208T190000")]
    [InlineData("DTSTART;TZID=Europe/Moscow:20261201T190000", "EXDATE;VALUE=DATE:20261208")]
    [InlineData("DTSTART;TZID=Europe/Moscow:20261201T190000", "EXDATE:20261208T160000Z")]
    public void Session_is_excluded_by_day_or_moment(string start, string taken) =>
        Read($"UID:a\n{start}\nRRULE:FREQ=WEEKLY;COUNT=3\n{taken}").Single().Occurrences.Select(o => o.Start.Local.Day).ShouldBe([1, 15]);

    [Fact]
    public void Rule_ending_before_its_start_has_no_session()
    {
        var found = Read("UID:a\nDTSTART:20261207T170000Z\nRRULE:FREQ=WEEKLY;UNTIL=20261206T170000Z").Single();
        (found.Occurrences.Length, found.Cancelled).ShouldBe((0, true));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2;BYHOUR=12,16;BYMINUTE=30", "2026-12-01", "2026-12-02")]
    [InlineData("RRULE:FREQ=HOURLY;COUNT=4", "2026-12-01")]
    public void All_day_series_ignores_time_parts(string rule, params string[] expected) =>
        Starts(Read($"UID:a\nDTSTART;VALUE=DATE:20261201\n{rule}").Single()).ShouldBe(expected);

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=12,16;BYMINUTE=0;COUNT=3", "2026-12-01T12:00:00Z", "2026-12-01T16:00:00+00:00", "2026-12-02T12:00:00+00:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=20261201T190000Z", "2026-12-01T12:00:00Z", "2026-12-01T15:00:00+00:00", "2026-12-01T18:00:00+00:00")]
    public void Hourly_rule_gives_sessions(string rule, params string[] expected) =>
        Starts(Read($"UID:a\nDTSTART:20261201T120000Z\nRRULE:{rule}").Single()).ShouldBe(expected);

    [Fact]
    public void Exhausted_budget_still_gives_every_event() =>
        Read([.. Enumerable.Range(0, 50).Select(i => $"UID:{i}\nDTSTART:20261201T120000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]).Count.ShouldBe(50);

    [Theory]
    [InlineData(@"CATEGORIES:Food\, Drink & Taste,Music", "Food, Drink & Taste", "Music")]
    [InlineData(@"CATEGORIES:a\\,b\;c\,", @"a\", "b;c,")]
    [InlineData("CATEGORIES:a\nCATEGORIES:b,c", "a", "b", "c")]
    public void List_is_split_at_unescaped_commas(string line, params string[] expected) =>
        Read($"UID:a\nDTSTART:20261207T170000Z\n{line}").Single().Categories.ShouldBe(expected);

    [Theory]
    [InlineData("\r\n ", null)]
    [InlineData("\n\t", "text/calendar; charset=utf-8")]
    [InlineData("\r\n ", "text/calendar; charset=windows-1251")]
    public void Line_may_be_folded_inside_a_character(string fold, string? contentType)
    {
        var encoding = contentType?.Contains("1251", StringComparison.Ordinal) is true ? System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)! : System.Text.Encoding.UTF8;
        var line = encoding.GetBytes("LOCATION:Дом имени Октября 😀");
        for (var at = 10; at < line.Length; at++)
        {
            byte[] body = [.. "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"u8, .. line[..at], .. encoding.GetBytes(fold), .. line[at..], .. "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8];
            Page.Read(PageText.Decode(body, contentType)).Events.Single().Place.ShouldBe(encoding.GetString(line)["LOCATION:".Length..]);
            if (contentType is null) Page.Read(PageText.Decode([0xEF, 0xBB, 0xBF, .. body], null)).Events.Single().Place.ShouldBe(encoding.GetString(line)["LOCATION:".Length..]);
        }
    }

    [Fact]
    public void Zone_of_the_feed_wins_over_its_name()
    {
        var found = Page.Read("""
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:GMT
            BEGIN:STANDARD
            DTSTART:19701025T020000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T010000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID=GMT:20270723T102000
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=GMT:20270123T102000
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=GMT:20270328T013000
            END:VEVENT
            END:VCALENDAR
            """).Events;
        found.Select(e => e.Start!.Text).ShouldBe(["2027-07-23T10:20:00+01:00", "2027-01-23T10:20:00+00:00", "2027-03-28T01:30:00+00:00"], "the last lies in the skipped hour");
    }

    private static IReadOnlyList<ExtractedEvent> Read(params string[] events) =>
        Page.Read("BEGIN:VCALENDAR\n" + string.Concat(events.Select(e => $"BEGIN:VEVENT\n{e}\nEND:VEVENT\n")) + "END:VCALENDAR").Events;

    private static IEnumerable<string> Starts(ExtractedEvent found) => found.Occurrences.Select(o => o.Start.Text);
}
