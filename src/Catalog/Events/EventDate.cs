namespace Actors.Catalog.Events;

/// <summary>A date of an event: echoed as it was received, ordered by the instant it means.</summary>
/// <param name="Text">ISO 8601 as received, with an offset only where the sender gave one.</param>
/// <param name="Instant">
/// The moment meant; a text without offset is local time of <c>DEFAULT_TIMEZONE</c>. A scraped date without an hour has the text of its
/// midnight, as callers expect a time, and the last moment of its day here: it takes place on that day until the day has gone by.
/// </param>
[GenerateSerializer, Immutable, Alias("catalog.EventDate")]
internal readonly record struct EventDate(
    [property: Id(0)] string Text,
    [property: Id(1)] DateTimeOffset Instant)
{
    /// <summary>A date whose text may lack an offset, read as local time of <paramref name="zone"/>.</summary>
    /// <param name="text">The date as received.</param>
    /// <param name="local">The date and time the text names.</param>
    /// <param name="offset">The offset the text names, if it names one.</param>
    /// <param name="zone">The zone of texts without offset.</param>
    public static EventDate Of(string text, DateTime local, TimeSpan? offset, TimeZoneInfo zone)
    {
        var clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new(text, MomentOf(clock, offset ?? OffsetIn(zone, clock)));
    }

    /// <summary>A day without an hour: it lasts until the next one begins in <paramref name="zone"/>.</summary>
    public static EventDate OfDay(string text, DateTime day, TimeZoneInfo zone)
    {
        var next = Of(text, day.Date.AddDays(1), null, zone);
        return next with { Instant = next.Instant.AddTicks(-1) };
    }

    // The first and the last day of the calendar have moments that no instant can name: those mean the nearest one.
    private static DateTimeOffset MomentOf(DateTime clock, TimeSpan offset) =>
        new(Math.Clamp(clock.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>A time that a clock change skips means the moment that much later; one that comes twice means the first.</summary>
    public static TimeSpan OffsetIn(TimeZoneInfo zone, DateTime clock)
    {
        if (zone.IsAmbiguousTime(clock)) return zone.GetAmbiguousTimeOffsets(clock).Max();
        return zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddDays(-1)) : zone.GetUtcOffset(clock);
    }
}
