using System.Globalization;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Tests.Extraction;

/// <summary>eventSchedule of schema.org gives the dates that a calendar would show. 1 December 2026 is a Tuesday.</summary>
public sealed class ScheduleTests
{
    private static readonly DateOnly s_today = new(2026, 12, 1);

    [Theory]
    [InlineData("""{"startDate":"2026-12-07","endDate":"2027-01-31","repeatFrequency":"P1W","byDay":"https://schema.org/Monday","exceptDate":["2026-12-21","2026-12-28"]}""", "7.12 14.12 4.1 11.1 18.1 25.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1W","byDay":"Monday","repeatCount":3}""", "7.12 14.12 21.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1W","byDay":["TU","Thursday",{"@id":"schema:Sat"}],"repeatCount":"4"}""", "1.12 3.12 5.12 8.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"Weekly","repeatCount":3}""", "1.12 8.12 15.12")]
    [InlineData("""{"startDate":"2026-12-02","repeatFrequency":"P2W","byDay":[{"@type":"DayOfWeek","name":"Monday"}],"repeatCount":2}""", "14.12 28.12")]
    [InlineData("""{"startDate":"2026-12-02","repeatFrequency":"P14D","repeatCount":2}""", "2.12 16.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"every 2 weeks","repeatCount":2}""", "1.12 15.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"Bi-Weekly","repeatCount":2}""", "1.12 15.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"every other day","repeatCount":3}""", "1.12 3.12 5.12")]
    [InlineData("""{"startDate":"2026-12-04","endDate":"2026-12-08","repeatFrequency":"P1D","byDay":"Mo-Fr"}""", "4.12 7.12 8.12")]
    [InlineData("""{"startDate":"2026-12-04","endDate":"2026-12-06","repeatFrequency":"daily"}""", "4.12 5.12 6.12")]
    [InlineData("""{"startDate":"2026-12-04","endDate":"2026-12-06","repeatFrequency":"PT24H"}""", "4.12 5.12 6.12")]
    [InlineData("""{"startDate":"2026-12-15","repeatFrequency":"P1M","repeatCount":3}""", "15.12 15.1 15.2")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1M","byMonthDay":[1,"31"],"repeatCount":4}""", "1.12 31.12 1.1 31.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P3M","byMonthDay":-1,"repeatCount":2}""", "31.12 31.3")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1M","byDay":"Monday","byMonthWeek":[1,3],"repeatCount":4}""", "7.12 21.12 4.1 18.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1W","byDay":"Monday","byMonthWeek":2,"repeatCount":2}""", "14.12 11.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1M","byDay":["1MO","-1FR"],"repeatCount":4}""", "7.12 25.12 4.1 29.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1M","byDay":"1TU,3TU","repeatCount":3}""", "1.12 15.12 5.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1M","byMonthWeek":5,"byDay":"Thursday","repeatCount":1}""", "31.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1W","byDay":"Friday","byMonth":[1],"repeatCount":2}""", "1.1 8.1")]
    [InlineData("""{"startDate":"2026-12-24","repeatFrequency":"P1Y"}""", "24.12 24.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1Y","byMonth":[3,12],"byMonthDay":8}""", "8.12 8.3 8.12")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"P1Y","byMonth":"January","byDay":"MO","byMonthWeek":1}""", "4.1 3.1")]
    [InlineData("""{"startDate":"2026-12-01","repeatFrequency":"FREQ=WEEKLY;BYDAY=WE;COUNT=2"}""", "2.12 9.12")]
    [InlineData("""{"startDate":"2026-12-01","byDay":"WE","repeatCount":2}""", "2.12 9.12")]
    [InlineData("""{"repeatFrequency":"P1W","byDay":"WE","endDate":"2026-12-16"}""", "2.12 9.12 16.12")]
    [InlineData("""{"startDate":"2026-12-09"}""", "9.12")]
    [InlineData("""{"startDate":"2024-01-01","repeatFrequency":"P1W","byDay":"Monday","endDate":"2026-12-14"}""", "30.11 7.12 14.12")]
    [InlineData("""{"startDate":"2026-11-02","repeatFrequency":"P1W","repeatCount":7}""", "30.11 7.12 14.12")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P1W","repeatCount":3,"exceptDate":"2026-12-14T00:00:00+01:00"}""", "7.12 21.12")]
    [InlineData("""[{"startDate":"2026-12-07","repeatFrequency":"P1W","repeatCount":2},{"startDate":"2026-12-10","repeatFrequency":"P1W","repeatCount":2}]""", "7.12 10.12 14.12 17.12")]
    public void Schedule_gives_its_days(string schedule, string days)
    {
        foreach (var timed in new[] { schedule, schedule.Replace("{\"", "{\"startTime\":\"20:00\",\"", StringComparison.Ordinal).Replace("{\"startTime\":\"20:00\",\"@", "{\"@", StringComparison.Ordinal) })
        {
            var found = Read(timed).OneEvent();
            string.Join(' ', found.Occurrences.Select(o => o.Start.Local.ToString("d.M", CultureInfo.InvariantCulture))).ShouldBe(days, timed);
            found.AllDay.ShouldBe(timed == schedule);
        }
    }

    [Theory]
    [InlineData("""{"startTime":"20:00","endTime":"22:30","scheduleTimezone":"Europe/Berlin"}""", "2027-03-22T20:00:00+01:00 2027-03-22T22:30:00+01:00 2027-03-29T20:00:00+02:00 2027-03-29T22:30:00+02:00")]
    [InlineData("""{"startTime":"T20:00:00","duration":"PT2H30M","scheduleTimezone":"Europe/Berlin"}""", "2027-03-22T20:00:00+01:00 2027-03-22T22:30:00+01:00 2027-03-29T20:00:00+02:00 2027-03-29T22:30:00+02:00")]
    [InlineData("""{"startTime":"20:00+01:00","scheduleTimezone":{"@value":"Europe/Berlin"}}""", "2027-03-22T20:00:00+01:00 2027-03-29T20:00:00+02:00")]
    [InlineData("""{"startTime":"20:00:00Z","scheduleTimezone":"Europe/Moscow"}""", "2027-03-22T20:00:00+00:00 2027-03-29T20:00:00+00:00")]
    [InlineData("""{"startTime":"20:00","scheduleTimezone":"UTC+5"}""", "2027-03-22T20:00:00+05:00 2027-03-29T20:00:00+05:00")]
    [InlineData("""{"startTime":"22:00","endTime":"02:00"}""", "2027-03-22T22:00:00 2027-03-23T02:00:00 2027-03-29T22:00:00 2027-03-30T02:00:00")]
    [InlineData("""{"startTime":["14:00","19:00"],"endTime":["16:00","21:00"],"exceptDate":"2027-03-22T19:00:00"}""", "2027-03-22T14:00:00 2027-03-22T16:00:00 2027-03-29T14:00:00 2027-03-29T16:00:00 2027-03-29T19:00:00 2027-03-29T21:00:00")]
    [InlineData("""{"startTime":"8 pm"}""", "2027-03-22T20:00:00 2027-03-29T20:00:00")]
    [InlineData("""{"exceptDate":"2027-03-22"}""", "2027-03-29")]
    public void Schedule_has_times_and_a_zone(string clock, string times)
    {
        var schedule = """{"startDate":"2027-03-22","repeatFrequency":"P1W","endDate":"2027-03-31",""" + clock[1..];
        var found = Read(schedule).OneEvent();
        string.Join(' ', found.Occurrences.SelectMany(o => new[] { o.Start, o.End }).OfType<EventTime>()).ShouldBe(times);
    }

    [Theory]
    [InlineData("""{"startDate":"2026-12-07T20:00:00+03:00","repeatFrequency":"P1W","repeatCount":2}""", "2026-12-07T20:00:00+03:00 2026-12-14T20:00:00+03:00")]
    [InlineData("""{"startDate":"2026-12-07","endDate":"2026-12-09"}""", "2026-12-07 2026-12-09")]
    [InlineData("""{"startDate":"2026-12-07","endDate":"2026-12-09","startTime":"10:00","endTime":"18:00"}""", "2026-12-07T10:00:00 2026-12-09T18:00:00")]
    [InlineData("""{"startDate":"2026-12-07","startTime":"20:00","repeatFrequency":"P1W","endDate":"2026-12-14T19:00"}""", "2026-12-07T20:00:00")]
    public void Dates_of_a_schedule_may_have_times(string schedule, string times) =>
        string.Join(' ', Read(schedule).OneEvent().Occurrences.SelectMany(o => new[] { o.Start, o.End }).OfType<EventTime>()).ShouldBe(times);

    [Theory]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"now and then"}""", "now and then")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P0D"}""", "P0D")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P1M2D"}""", "P1M2D")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P1W","byDay":"Someday"}""", "Someday")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P1W","byMonthDay":32}""", "32")]
    [InlineData("""{"startDate":"2026-12-07","repeatFrequency":"P1W","byDay":"PublicHolidays"}""", "PublicHolidays")]
    [InlineData("""{"repeatFrequency":"P2W","byDay":"WE"}""", "no first day")]
    [InlineData("""{"startTime":"20:00"}""", "neither")]
    public void Unsupported_schedule_is_a_problem(string schedule, string about)
    {
        var page = Read(schedule);
        page.Problems.ShouldHaveSingleItem().ShouldContain(about);
        page.Events.ShouldHaveSingleItem().Occurrences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"startDate":"2026-12-07","startTime":"20:00","scheduleTimezone":"Mars/Olympus"}""", "Mars/Olympus")]
    [InlineData("""{"startDate":"2026-12-07","startTime":"20:00","repeatFrequency":"P1W","byDay":["Monday","PublicHolidays"],"repeatCount":1}""", "holidays")]
    public void Partly_supported_schedule_is_used_and_reported(string schedule, string about)
    {
        var page = Read(schedule);
        page.Problems.ShouldHaveSingleItem().ShouldContain(about);
        page.Events.ShouldHaveSingleItem().Start!.Text.ShouldBe("2026-12-07T20:00:00");
    }

    [Fact]
    public void Event_dates_bound_the_schedule()
    {
        var found = Read("""{"repeatFrequency":"P1W","byDay":"Monday","endDate":"2026-12-20"}""", "\"startDate\":\"2026-12-01T19:00+03:00\",\"endDate\":\"2026-12-20\",").OneEvent();
        found.Occurrences.Select(o => o.Start.Text).ShouldBe(["2026-12-07T19:00:00+03:00", "2026-12-14T19:00:00+03:00"]);
        (found.Start!.Text, found.End).ShouldBe(("2026-12-07T19:00:00+03:00", null));
    }

    [Fact]
    public void Schedule_works_in_microdata()
    {
        var found = Read(new Uri(Page.Address), """
            <div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Джаз</b>
              <div itemprop="eventSchedule" itemscope itemtype="https://schema.org/Schedule"><meta itemprop="startDate" content="2026-12-01"><meta itemprop="repeatFrequency" content="P1W">
                <link itemprop="byDay" href="https://schema.org/Friday"><meta itemprop="repeatCount" content="2"><time itemprop="startTime" datetime="19:30">вечером</time></div></div>
            """).OneEvent();
        found.Occurrences.Select(o => o.Start.Text).ShouldBe(["2026-12-04T19:30:00", "2026-12-11T19:30:00"]);
    }

    private static ExtractedPage Read(string schedule, string more = "") => Read(new Uri(Page.Address),
        $"<script type=\"application/ld+json\">{{\"@type\":\"Event\",\"name\":\"x\",{more}\"eventSchedule\":{schedule}}}</script>");

    private static ExtractedPage Read(Uri url, string text) =>
        PageExtraction.Read(new FetchedPage(url, text, Page.Moscow, s_today), Extractors.Web, LinkRule.None);
}
