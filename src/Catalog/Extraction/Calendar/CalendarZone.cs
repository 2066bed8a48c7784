using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>From a local time to its offset: a zone of this machine, or one that the feed itself describes.</summary>
internal sealed class CalendarZone
{
    private readonly TimeZoneInfo? _known;
    private readonly ImmutableArray<(DateTime From, TimeSpan Offset)> _described = [];

    public CalendarZone(TimeZoneInfo zone) => _known = zone;

    /// <param name="described">Onsets in order, each with the offset that holds from it on; at least one.</param>
    public CalendarZone(ImmutableArray<(DateTime From, TimeSpan Offset)> described) => this._described = described;

    public EventTime At(DateTime local) => EventTime.Of(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), OffsetAt(local)));

    // A time that comes twice means the first, and one that is skipped the offset before the gap (RFC 5545, 3.3.5).
    private TimeSpan OffsetAt(DateTime local)
    {
        return _known is null
            ? _described.LastOrDefault(o => o.From <= local, _described[0]).Offset
            : EventDate.OffsetIn(_known, DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
    }
}
