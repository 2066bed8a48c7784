using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Actors.Plumbing.Storage;

namespace Actors.Catalog.Adapters;

/// <summary>Rows of table <c>events</c> for the copy in memory, in the SQL that SQLite and PostgreSQL share.</summary>
internal sealed class EventCopies(IDatabase database) : IEventCopies
{
    public async Task<EventTally> TallyAsync(CancellationToken cancellation)
    {
        const string tally = "SELECT COUNT(*) AS events, CAST(COALESCE(SUM(version), 0) AS BIGINT) AS versions FROM events";
        var found = await database.QueryAsync<TallyRow>(tally, null, cancellation);
        return new EventTally(found[0].Events, found[0].Versions);
    }

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, int limit, CancellationToken cancellation) =>
        ReadAsync("SELECT version, document FROM events WHERE id > @after ORDER BY id LIMIT @limit", new { after, limit }, cancellation);

    public Task<ImmutableArray<StoredEvent>> ChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellation) =>
        ReadAsync(
            "SELECT version, document FROM events WHERE changed_at >= @since LIMIT @limit",
            new { since = since.ToUnixTimeMilliseconds(), limit }, cancellation);

    public async Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var documents = await database.QueryAsync<string>("SELECT document FROM events WHERE id IN @ids", new { ids }, cancellation);
        return [.. documents.Select(State)];
    }

    private async Task<ImmutableArray<StoredEvent>> ReadAsync(string sql, object args, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(sql, args, cancellation);
        return [.. rows.Select(row => new StoredEvent(row.Version, State(row.Document)))];
    }

    private static EventState State(string document) => JsonSerializer.Deserialize(document, EventJson.Stored.EventState)!;

    private sealed class Row
    {
        public long Version { get; init; }

        public string Document { get; init; } = "";
    }

    private sealed class TallyRow
    {
        public long Events { get; init; }

        public long Versions { get; init; }
    }
}
