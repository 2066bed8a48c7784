using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Events;

/// <summary>Queries on table <c>events</c>, in the SQL that SQLite and PostgreSQL share.</summary>
internal sealed class EventRows(IDatabase database) : IEventRows
{
    // Lists show one event of each set of duplicates.
    private const string Visible = """
        (twin_set IS NULL OR NOT active OR NOT EXISTS (
            SELECT 1 FROM events o WHERE o.twin_set = e.twin_set AND o.active AND o.twin_rank < e.twin_rank))
        """;

    public async Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken)
    {
        const string all = $"SELECT id, document FROM events e WHERE active = @Active AND id > @after AND {Visible} ORDER BY id LIMIT @limit";
        const string one = $"""
            SELECT id, document FROM events e WHERE active = @Active AND event_type = @EventType AND id > @after AND {Visible} ORDER BY id LIMIT @limit
            """;
        var args = new { scope.Active, scope.EventType, after, limit };
        var found = await database.QueryAsync<Row>(scope.EventType is null ? all : one, args, cancellationToken);
        return [.. found.Select(ToState)];
    }

    public async Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken)
    {
        var keys = uuids.Select(u => u.ToString("N")).ToArray();
        var known = await database.QueryAsync<string>("SELECT key FROM events WHERE key IN @keys", new { keys }, cancellationToken);
        return known.Select(Guid.Parse).ToFrozenSet();
    }

    public async Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken)
    {
        var keys = await database.QueryAsync<string>("SELECT key FROM events WHERE id = @id", new { id }, cancellationToken);
        return keys.Count == 0 ? null : Guid.Parse(keys[0]);
    }

    public async Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        const string due = "SELECT key FROM events WHERE shard = @shard AND due_at <= @now ORDER BY due_at LIMIT @limit";
        var keys = await database.QueryAsync<string>(due, new { shard, now = now.ToUnixTimeMilliseconds(), limit }, cancellationToken);
        return [.. keys.Select(Guid.Parse)];
    }

    public Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken) =>
        database.ChangesAsync("events", since, limit, cancellationToken);

    // The next page begins after the row's number, so the event must have this one.
    private static EventState ToState(Row row) => JsonSerializer.Deserialize(row.Document, EventJson.Stored.EventState)!.WithNumber(row.Id);

    private sealed class Row
    {
        public long Id { get; init; }

        public string Document { get; init; } = "";
    }
}
