using Actors.Catalog.Extraction.Calendar;

namespace Actors.Catalog.Tests.Extraction.Calendar;

/// <summary>Examples of RFC 5545, 3.8.5.3, with the dates listed in the standard.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=4", "1997-09-02", "09-02 09-03 09-04 09-05")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "09-02 09-12 09-22 10-02 10-12")]
    [InlineData("FREQ=DAILY;BYMONTH=9;BYDAY=SA,SU;COUNT=4", "1997-09-06", "09-06 09-07 09-13 09-14")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH", "1997-09-02", "09-02 09-04 09-16 09-18")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "08-05 08-10 08-19 08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "08-05 08-17 08-19 08-31")]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05", "09-05 10-03 11-07 12-05")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=1SU,-1SU", "1997-09-07", "09-07 09-28 11-02 11-30 01-04")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22", "09-22 10-20 11-17")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3", "1997-09-28", "09-28 10-29 11-28")]
    [InlineData("FREQ=MONTHLY;COUNT=6;BYMONTHDAY=1,-1", "1997-09-30", "09-30 10-01 10-31 11-01 11-30 12-01")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13", "02-13 03-13 11-13")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "09-04 10-07 11-06")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29", "09-29 10-30 11-27")]
    [InlineData("FREQ=MONTHLY;COUNT=3", "1997-01-31", "01-31 03-31 05-31")]
    [InlineData("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", "06-10 07-10 06-10 07-10")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", "05-19 05-18 05-17")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "1997-03-13", "03-13 03-20 03-27 03-05")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05", "11-05 11-07 11-02")]
    [InlineData("FREQ=YEARLY;COUNT=3", "1996-02-29", "02-29 02-29 02-29")]
    public void Dates_match_the_standard(string text, string start, string expected) =>
        string.Join(' ', Expand(text, start, "2030-01-01").Select(d => $"{d:MM-dd}")).ShouldBe(expected);

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=12,16;BYMINUTE=0;COUNT=5", "02T09:00 02T12:00 02T16:00 03T12:00 03T16:00")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=7", "02T09:00 02T09:20 02T09:40 02T10:00 02T10:20 02T10:40 03T09:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=3;COUNT=4", "02T09:00 02T12:00 02T15:00 02T18:00")]
    [InlineData("FREQ=HOURLY;BYDAY=TH;BYHOUR=7,9;COUNT=4", "02T09:00 04T07:00 04T09:00 11T07:00")]
    [InlineData("FREQ=MINUTELY;INTERVAL=15;COUNT=4", "02T09:00 02T09:15 02T09:30 02T09:45")]
    [InlineData("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,11;COUNT=5", "02T09:00 02T09:20 02T09:40 02T11:00 02T11:20")]
    [InlineData("FREQ=SECONDLY;INTERVAL=90;COUNT=3", "02T09:00 02T09:01 02T09:03")]
    [InlineData("FREQ=DAILY;BYHOUR=6,9,12;BYSETPOS=-1;COUNT=3", "02T09:00 02T12:00 03T12:00")]
    [InlineData("FREQ=DAILY;BYSECOND=60;COUNT=3", "02T09:00")]
    public void Times_match_the_standard(string text, string expected) =>
        string.Join(' ', Expand(text, "1997-09-02", "1998-01-01").Select(d => $"{d:dd'T'HH:mm}")).ShouldBe(expected);

    [Theory]
    [InlineData("FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "1997-01-01", "1997-01-01 1997-04-10 1997-07-19 2000-01-01")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-1;COUNT=3", "1996-12-31", "1996-12-31 1997-12-31 1998-12-31")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12", "1997-05-12 1998-05-11 1999-05-17")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "1997-05-13", "1997-05-13 1998-05-12 1999-05-18")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=4", "1997-12-29", "1997-12-29 1999-01-04 2000-01-03 2001-01-01")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=2", "1998-12-31", "1998-12-31 2004-12-30")]
    [InlineData("FREQ=YEARLY;BYMONTH=1;BYDAY=SU;BYHOUR=8;COUNT=2", "1997-01-05", "1997-01-05 1997-01-12")]
    public void Days_of_a_year_match_the_standard(string text, string start, string expected) =>
        string.Join(' ', Expand(text, start, "2030-01-01").Select(d => $"{d:yyyy-MM-dd}")).ShouldBe(expected);

    [Theory]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MINUTELY;BYHOUR=3;BYSETPOS=7")]
    [InlineData("FREQ=HOURLY;BYYEARDAY=366;BYMONTH=1")]
    [InlineData("FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMONTH=2;BYMONTHDAY=31")]
    public void Work_within_a_day_is_bounded(string text)
    {
        var rule = RecurrenceRuleReader.Read(text)!;
        var budget = new RecurrenceBudget(10);
        Recurrence.Expand(rule, new(2000, 1, 1), new(2000, 1, 1), new(8999, 1, 1), _ => false, budget).Count().ShouldBe(1);
        budget.Take().ShouldBeFalse();
    }

    [Fact]
    public void Past_dates_are_skipped_in_step()
    {
        var rule = RecurrenceRuleReader.Read("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")!;
        var start = new DateTime(2008, 2, 4, 19, 0, 0);
        var all = Recurrence.Expand(rule, start, new(2008, 2, 4), new(2026, 12, 31), _ => false, new()).ToList();
        var late = Recurrence.Expand(rule, start, new(2026, 12, 1), new(2026, 12, 31), _ => false, new()).ToList();
        late.Count.ShouldBeLessThan(8);
        late.Where(d => d.Month == 12 && d.Year == 2026).ShouldBe(all.Where(d => d.Month == 12 && d.Year == 2026));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=100000")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=366;COUNT=2")]
    public void Rule_without_a_match_ends(string text) => Expand(text, "1900-01-01", "9000-01-01").Count.ShouldBe(1);

    [Fact]
    public void Work_of_a_feed_is_bounded()
    {
        var budget = new RecurrenceBudget(10);
        var rule = RecurrenceRuleReader.Read("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")!;
        Recurrence.Expand(rule, new(2000, 1, 1), new(2000, 1, 1), new(9000, 1, 1), _ => false, budget).Count().ShouldBe(1);
        budget.Take().ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=FORTNIGHTLY")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;COUNT=-1")]
    [InlineData("FREQ=DAILY;COUNT=99999999999")]
    [InlineData("FREQ=DAILY;BYDAY=0MO")]
    [InlineData("FREQ=DAILY;BYDAY=XX")]
    [InlineData("FREQ=DAILY;BYHOUR=24")]
    [InlineData("FREQ=DAILY;BYMINUTE=-1")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=0")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54")]
    [InlineData("FREQ=DAILY;BYEASTER=1")]
    [InlineData("FREQ=DAILY;UNTIL=soon")]
    [InlineData("FREQ=DAILY;=;;")]
    [InlineData("FREQ=1")]
    public void Unsupported_rule_is_null(string text) => RecurrenceRuleReader.Read(text).ShouldBeNull();

    private static List<DateTime> Expand(string text, string start, string to)
    {
        var first = DateTime.Parse(start + "T09:00", System.Globalization.CultureInfo.InvariantCulture);
        var rule = RecurrenceRuleReader.Read(text).ShouldNotBeNull();
        return [.. Recurrence.Expand(rule, first, DateOnly.FromDateTime(first), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), _ => false, new(1_000_000))];
    }
}
