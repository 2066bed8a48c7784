namespace Actors.Catalog.Events;

/// <summary>A date of an event. Responses repeat its text; lists are ordered by its instant.</summary>
/// <param name="Text">ISO 8601 as received, with an offset only if the sender gave one.</param>
/// <param name="Instant">
/// The instant. A text without offset is local time of <c>DEFAULT_TIMEZONE</c>. A scraped date without an hour has midnight as its text, because
/// callers expect a time, and the last moment of its day as its instant: the event is active until the day has passed.
/// </param>
[GenerateSerializer, Immutable, Alias("catalog.EventDate")]
internal readonly record struct EventDate(
    [property: Id(0)] string Text,
    [property: Id(1)] DateTimeOffset Instant)
{
    /// <summary>Creates a date whose text may lack an offset; it is then local time of <paramref name="zone"/>.</summary>
    /// <param name="text">The date as received.</param>
    /// <param name="local">The date and time of the text.</param>
    /// <param name="offset">The offset of the text, or null.</param>
    /// <param name="zone">The zone of texts without offset.</param>
    public static EventDate Of(string text, DateTime local, TimeSpan? offset, TimeZoneInfo zone)
    {
        var clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new(text, MomentOf(clock, offset ?? OffsetIn(zone, clock)));
    }

    /// <summary>Creates a date without an hour. It lasts until the next day begins in <paramref name="zone"/>.</summary>
    public static EventDate OfDay(string text, DateTime day, TimeZoneInfo zone)
    {
        var next = Of(text, day.Date.AddDays(1), null, zone);
        return next with { Instant = next.Instant.AddTicks(-1) };
    }

    // On the first and the last day of the calendar an offset can leave the range of instants; the nearest instant is used.
    private static DateTimeOffset MomentOf(DateTime clock, TimeSpan offset) =>
        new(Math.Clamp(clock.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>The offset of a local time. A time skipped by a clock change is moved later by the gap; of a time that occurs twice the first is meant.</summary>
    public static TimeSpan OffsetIn(TimeZoneInfo zone, DateTime clock)
    {
        if (zone.IsAmbiguousTime(clock)) return zone.GetAmbiguousTimeOffsets(clock).Max();
        return zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddDays(-1)) : zone.GetUtcOffset(clock);
    }
}
