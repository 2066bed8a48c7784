using Actors.Catalog.Events.Dates;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Tests.Listing.Filters;

public sealed class FilterTests
{
    private static readonly TimeZoneInfo s_moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Theory]
    [InlineData("today", "2026-09-02T12:00:00Z", "2026-09-01T21:00:00Z", "2026-09-02T20:59:59.999Z")]
    [InlineData("today", "2026-09-02T22:00:00Z", "2026-09-02T21:00:00Z", "2026-09-03T20:59:59.999Z")]
    [InlineData("tomorrow", "2026-12-31T12:00:00Z", "2026-12-31T21:00:00Z", "2027-01-01T20:59:59.999Z")]
    [InlineData("weekend", "2026-09-02T12:00:00Z", "2026-09-04T21:00:00Z", "2026-09-06T20:59:59.999Z")]
    [InlineData("weekend", "2026-09-05T12:00:00Z", "2026-09-04T21:00:00Z", "2026-09-06T20:59:59.999Z")]
    [InlineData("weekend", "2026-09-06T12:00:00Z", "2026-09-04T21:00:00Z", "2026-09-06T20:59:59.999Z")]
    [InlineData("WEEK", "2026-09-02T12:00:00Z", "2026-09-01T21:00:00Z", "2026-09-08T20:59:59.999Z")]
    [InlineData("month", "2026-01-31T12:00:00Z", "2026-01-30T21:00:00Z", "2026-02-27T20:59:59.999Z")]
    public void A_word_means_days_of_the_zone(string word, string now, string from, string to)
    {
        var range = DatePreset.Read(word, At(now), s_moscow)!.Value;

        DateTimeOffset.FromUnixTimeMilliseconds(range.From).ShouldBe(At(from));
        DateTimeOffset.FromUnixTimeMilliseconds(range.To).ShouldBe(At(to));
    }

    [Fact]
    public void An_unknown_word_is_null() => DatePreset.Read("someday", At("2026-09-02T12:00:00Z"), s_moscow).ShouldBeNull();

    [Theory]
    [InlineData("18+", 18)]
    [InlineData("0+", 0)]
    [InlineData("от 12 лет", 12)]
    [InlineData("для взрослых", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("99999999999", null)]
    public void Ages_of_sources_are_read(string? text, int? age) => AgeLimit.Read(text).ShouldBe(age);

    [Theory]
    [InlineData("2026-09-01T17:00:00Z", "2026-09-01T18:00:00Z", true)]
    [InlineData("2026-09-01T18:00:00Z", "2026-09-01T18:00:00Z", true)]
    [InlineData("2026-09-01T18:00:01Z", "2026-09-01T19:00:00Z", false)]
    [InlineData("2026-09-03T17:00:00Z", "2026-09-03T18:00:00Z", true)]
    [InlineData("2026-09-02T00:00:00Z", "2026-09-02T20:00:00Z", false)]
    public void Any_date_of_an_event_matches(string from, string to, bool matches)
    {
        var e = Event() with { Moments = [Moment("2026-09-01T18:00:00Z"), Moment("2026-09-03T18:00:00Z")] };

        new EventFilter { Dates = new(Ms(from), Ms(to)) }.Matches(e).ShouldBe(matches);
    }

    [Fact]
    public void A_date_without_an_hour_lasts_all_day()
    {
        var day = EventMoment.Of(EventDate.OfDay("2026-09-01T00:00:00", new DateTime(2026, 9, 1), s_moscow));

        new DateRange(Ms("2026-09-01T09:00:00Z"), Ms("2026-09-01T10:00:00Z")).Meets(day).ShouldBeTrue();
        DateRange.OfDays(new(2026, 8, 31), new(2026, 8, 31), s_moscow).Meets(day).ShouldBeFalse();
        DateRange.OfDays(new(2026, 9, 2), new(2026, 9, 2), s_moscow).Meets(day).ShouldBeFalse();
    }

    [Fact]
    public void Disjoint_ranges_match_nothing() =>
        new DateRange(10, 20).And(new DateRange(30, 40)).Meets(new EventMoment(5, 50)).ShouldBeFalse();

    [Fact]
    public void Bounds_are_included()
    {
        var e = Event();
        new EventFilter { PriceMin = 500, PriceMax = 500 }.Matches(e).ShouldBeTrue();
        new EventFilter { PriceMin = 501 }.Matches(e).ShouldBeFalse();
        new EventFilter { PriceMax = 499 }.Matches(e).ShouldBeFalse();
        new EventFilter { Age = 12 }.Matches(e).ShouldBeTrue();
        new EventFilter { Age = 11 }.Matches(e).ShouldBeFalse();
        new EventFilter { Age = 99 }.Matches(e with { Age = null }).ShouldBeFalse();
        new EventFilter { Place = "сцена" }.Matches(e).ShouldBeTrue();
        new EventFilter { Place = "клуб" }.Matches(e).ShouldBeFalse();
        new EventFilter { ChangedSince = 1000 }.Matches(e).ShouldBeTrue();
        new EventFilter { ChangedSince = 1001 }.Matches(e).ShouldBeFalse();
        new EventFilter { FirstCommit = 7 }.Matches(e).ShouldBeTrue();
        new EventFilter { FirstCommit = 8 }.Matches(e).ShouldBeFalse();
    }

    private static EventFacts Event() => new(1, Guid.Empty, "concert", true, 500, 12, "главная сцена", [], 1000, 7, 1);

    private static EventMoment Moment(string text) => new(Ms(text), Ms(text));

    private static long Ms(string text) => At(text).ToUnixTimeMilliseconds();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
