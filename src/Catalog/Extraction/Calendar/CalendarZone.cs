using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Gives the offset of a local time, from a system time zone or from a VTIMEZONE of the feed.</summary>
internal sealed class CalendarZone
{
    private readonly TimeZoneInfo? _system;
    private readonly ImmutableArray<ZoneOnset> _described = [];

    public CalendarZone(TimeZoneInfo zone) => _system = zone;

    /// <param name="described">Onsets in order; at least one.</param>
    public CalendarZone(ImmutableArray<ZoneOnset> described) => _described = described;

    public EventTime At(DateTime local) => EventTime.Of(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), OffsetAt(local)));

    // An ambiguous time means its first occurrence; a skipped time has the offset before the gap (RFC 5545, 3.3.5).
    private TimeSpan OffsetAt(DateTime local)
    {
        if (_system is not null)
            return EventDate.OffsetIn(_system, DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        var at = _described.Length - 1;
        while (at >= 0 && _described[at].End > local) at--;
        return at < 0 ? _described[0].Before : _described[at].Offset;
    }
}

/// <summary>A change of the UTC offset.</summary>
/// <param name="From">The local time of the change, in the offset before it.</param>
/// <param name="Before">The offset before the change.</param>
/// <param name="Offset">The offset after the change.</param>
internal readonly record struct ZoneOnset(DateTime From, TimeSpan Before, TimeSpan Offset)
{
    /// <summary>The first local time with the new offset. Times in a skipped hour still have the old one.</summary>
    public DateTime End => Offset > Before ? From + (Offset - Before) : From;
}
