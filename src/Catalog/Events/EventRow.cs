using Actors.Persistence;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Events;

/// <summary>Maps events to rows of table <c>events</c>, with the columns that lists and the hourly pass query.</summary>
internal static class EventRow
{
    /// <summary>The name of the grain storage of events.</summary>
    public const string Storage = "events";

    /// <summary>The number of parts of the hourly pass.</summary>
    public const int Shards = 8;

    public static readonly RowKind<EventState> Kind = CommitSequence.Rows("events", EventJson.Stored.EventState,
        new("id", ColumnType.Integer, e => e.Id),
        new("event_type", ColumnType.Text, e => e.EventType),
        new("active", ColumnType.Boolean, e => e.Active),
        new("shard", ColumnType.Integer, e => ShardOf(e.Uuid)),
        new("due_at", ColumnType.Integer, DueAt),
        new("poster", ColumnType.Text, e => e.Poster),
        new("changed_at", ColumnType.Integer, e => e.ChangedAt.ToUnixTimeMilliseconds()),
        new("venue", ColumnType.Integer, e => VenueKey.Of(e.Place)),
        new("twin_set", ColumnType.Text, e => e.Twins?.Set),
        new("twin_rank", ColumnType.Integer, e => e.Twins?.RankOf(e.Id)));

    /// <summary>When the shown date has certainly passed. Rounded up, so that the pass never finds an event that is not due yet.</summary>
    private static object? DueAt(EventState e) =>
        e.Active ? e.DatePreview.Instant.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds() : null;

    /// <summary>The part of the hourly pass that handles an event: equal on every machine and in every version.</summary>
    public static long ShardOf(Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[16];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        return (bytes[14] << 8 | bytes[15]) % Shards;
    }
}
