using Actors.Catalog.Provider.Sync;

namespace Actors.Catalog.Tests.Provider.Rules;

/// <summary>Promise R13 for the synchronisation: no day is missed, whatever clocks do.</summary>
public sealed class SyncDayTests
{
    public static TheoryData<string> Zones => ["Europe/Moscow", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/Los_Angeles", "UTC"];

    [Theory]
    [InlineData("2024-03-01T00:30:00Z", "UTC", "2024-02-29")]
    [InlineData("2023-03-01T00:30:00Z", "UTC", "2023-02-28")]
    [InlineData("2026-01-01T00:00:00Z", "UTC", "2025-12-31")]
    [InlineData("2025-12-31T22:00:00Z", "Europe/Moscow", "2025-12-30")]
    [InlineData("2026-06-10T03:00:00Z", "America/Los_Angeles", "2026-06-08")]
    [InlineData("2011-12-30T10:30:00Z", "Pacific/Apia", "2011-12-29")]
    [InlineData("2000-01-01T12:00:00Z", "UTC", "2000-01-01")]
    public void Yesterday_is_the_earlier_of_UTC_and_local(string now, string zone, string expected) =>
        SyncDay.Yesterday(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(Day(expected));

    [Theory]
    [MemberData(nameof(Zones))]
    public void Hourly_runs_miss_no_day(string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        foreach (var start in (string[])["2011-12-27T00:00:00Z", "2024-02-26T00:00:00Z", "2025-03-28T00:00:00Z", "2025-10-24T00:00:00Z", "2025-12-29T00:00:00Z"])
        {
            for (var hour = 0; hour < 24 * 8; hour++)
            {
                var last = At(start).AddHours(hour);
                var since = SyncDay.Due(last, last.AddHours(1), zone);
                since.ShouldBeLessThan(DateOnly.FromDateTime(last.UtcDateTime), "changes since the last run, by UTC days");
                since.ShouldBeLessThan(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(last, zone).DateTime), "and by local days");
                since.ShouldBeGreaterThan(DateOnly.FromDateTime(last.UtcDateTime).AddDays(-4), "and not much more");
            }
        }
    }

    [Fact]
    public void Downtime_of_a_week_is_caught_up() =>
        SyncDay.Due(At("2026-05-01T12:00:00Z"), At("2026-05-09T12:00:00Z"), TimeZoneInfo.Utc).ShouldBe(new(2026, 4, 30));

    [Fact]
    public void Clock_set_back_uses_its_own_yesterday() =>
        SyncDay.Due(At("2026-05-09T12:00:00Z"), At("2026-05-01T12:00:00Z"), TimeZoneInfo.Utc).ShouldBe(new(2026, 4, 30));

    [Fact]
    public void First_run_fetches_everything() => SyncDay.Due(null, At("2026-05-09T12:00:00Z"), TimeZoneInfo.Utc).ShouldBe(SyncDay.First);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
