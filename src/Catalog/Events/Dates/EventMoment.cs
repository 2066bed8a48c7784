namespace Actors.Catalog.Events.Dates;

/// <summary>When an event takes place, in unix milliseconds: a moment, or a whole day if no hour is known.</summary>
/// <param name="From">The moment, or the beginning of the day.</param>
/// <param name="To">The moment, or the end of the day.</param>
internal readonly record struct EventMoment(long From, long To)
{
    private const long DayInMilliseconds = TimeSpan.TicksPerDay / TimeSpan.TicksPerMillisecond;

    public static EventMoment Of(EventDate date) =>
        new(IsDay(date) ? date.Instant.ToUnixTimeMilliseconds() - DayInMilliseconds + 1 : date.Instant.ToUnixTimeMilliseconds(), date.Instant.ToUnixTimeMilliseconds());

    /// <summary>True for a date without an hour: its instant is the last one of its day.</summary>
    public static bool IsDay(EventDate date) => date.Instant.Ticks % TimeSpan.TicksPerSecond == TimeSpan.TicksPerSecond - 1;
}
