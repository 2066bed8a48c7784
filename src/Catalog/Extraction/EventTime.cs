using System.Globalization;
using Actors.Catalog.Events;

namespace Actors.Catalog.Extraction;

/// <summary>A moment as a page writes it: the local time, and an offset only if the page gives one.</summary>
internal sealed record EventTime(DateTime Local, TimeSpan? Offset, bool DateOnly, string Text)
{
    /// <summary>Years outside this range are placeholders ("no start", "no end"), not dates.</summary>
    public const int FirstYear = 1900, LastYear = 9000;

    /// <summary>A sentence about the part that could not be read; null if everything was.</summary>
    public string? Problem { get; init; }

    public static EventTime OfDate(DateOnly date) =>
        new(date.ToDateTime(TimeOnly.MinValue), null, true, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant as local time of a zone; null if the seconds are out of range.</summary>
    public static EventTime? OfUnixSeconds(long seconds, TimeZoneInfo zone)
    {
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;
        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return instant.Year is < FirstYear or > LastYear ? null : Of(TimeZoneInfo.ConvertTime(instant, zone));
    }

    public static EventTime Of(DateTimeOffset instant) =>
        new(instant.DateTime, instant.Offset, false, instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>A local time without offset.</summary>
    public static EventTime OfLocal(DateTime local) => new(local, null, false, local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>A local time of a zone.</summary>
    public static EventTime OfLocal(DateTime local, TimeZoneInfo zone) => Of(new DateTimeOffset(local, EventDate.OffsetIn(zone, local)));

    /// <summary>The instant; a time without offset is local time of the zone, as in <see cref="EventDate"/>.</summary>
    public DateTimeOffset InstantIn(TimeZoneInfo zone) => new(Local, Offset ?? EventDate.OffsetIn(zone, Local));

    public override string ToString() => Text;
}
