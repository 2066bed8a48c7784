using System.Globalization;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Events;

public sealed class EventDateTests
{
    [Theory]
    [InlineData("2024-09-01T18:00:00", "Europe/Moscow", "2024-09-01T15:00:00Z")]
    [InlineData("2024-02-29T23:59:59", "Asia/Kolkata", "2024-02-29T18:29:59Z")]
    [InlineData("2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00Z")] // a skipped hour: an hour later
    [InlineData("2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00Z")] // a repeated hour: the first one
    [InlineData("2026-10-04T02:10:00", "Australia/Lord_Howe", "2026-10-03T15:40:00Z")] // a half-hour jump
    [InlineData("2011-12-31T12:00:00", "Pacific/Apia", "2011-12-30T22:00:00Z")] // the day after the day that Samoa skipped
    public void A_date_without_offset_is_local_time_of_the_zone(string text, string zone, string instant)
    {
        var date = EventDate.Of(text, Local(text), null, TimeZoneInfo.FindSystemTimeZoneById(zone));

        date.Instant.UtcDateTime.ShouldBe(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime);
        date.Text.ShouldBe(text);
    }

    [Fact]
    public void A_date_with_an_offset_keeps_it()
    {
        var date = EventDate.Of("2024-09-01T18:00:00+05:00", Local("2024-09-01T18:00:00"), TimeSpan.FromHours(5), TimeZoneInfo.Utc);

        date.Instant.ShouldBe(new DateTimeOffset(2024, 9, 1, 18, 0, 0, TimeSpan.FromHours(5)));
        date.Text.ShouldBe("2024-09-01T18:00:00+05:00");
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00", "Europe/Moscow")]
    [InlineData("9999-12-31T23:59:59", "America/New_York")]
    public void The_first_and_last_day_of_the_calendar_are_accepted(string text, string zone) =>
        EventDate.Of(text, Local(text), null, TimeZoneInfo.FindSystemTimeZoneById(zone)).Text.ShouldBe(text);

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
