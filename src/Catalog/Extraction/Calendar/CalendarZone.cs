using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>From a local time to its offset: a zone of this machine, or one that the feed itself describes.</summary>
internal sealed class CalendarZone
{
    private readonly TimeZoneInfo? _known;
    private readonly ImmutableArray<ZoneOnset> _described = [];

    public CalendarZone(TimeZoneInfo zone) => _known = zone;

    /// <param name="described">Onsets in order; at least one.</param>
    public CalendarZone(ImmutableArray<ZoneOnset> described) => _described = described;

    public EventTime At(DateTime local) => EventTime.Of(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), OffsetAt(local)));

    // A time that comes twice means the first, and one that is skipped the offset before the gap (RFC 5545, 3.3.5).
    private TimeSpan OffsetAt(DateTime local)
    {
        if (_known is not null)
            return EventDate.OffsetIn(_known, DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        var at = _described.Length - 1;
        while (at >= 0 && _described[at].End > local) at--;
        return at < 0 ? _described[0].Before : _described[at].Offset;
    }
}

/// <summary>A change of the offset.</summary>
/// <param name="From">When it happens, by the clock before it.</param>
/// <param name="Before">The offset before it.</param>
/// <param name="Offset">The offset from then on.</param>
internal readonly record struct ZoneOnset(DateTime From, TimeSpan Before, TimeSpan Offset)
{
    /// <summary>The first clock reading that means the offset after the change: readings in a skipped hour mean the one before it.</summary>
    public DateTime End => Offset > Before ? From + (Offset - Before) : From;
}
