using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Persistence;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Rows of table <c>events</c> for the copy in memory. Documents are taken as bytes: as texts they would be decoded and encoded once more.</summary>
internal sealed class EventCopies(IDatabase database) : IEventCopies
{
    private readonly bool _isSqlite = database.Provider == "sqlite";

    private string Bytes => _isSqlite ? "CAST(document AS BLOB)" : "convert_to(document, 'UTF8')";

    // As one parameter: SQLite takes a thousand of them slowly.
    private string Among => _isSqlite ? "id IN (SELECT value FROM json_each(@ids))" : "id IN @ids";

    public async Task<EventSpan> SpanAsync(CancellationToken cancellationToken)
    {
        const string span = """
            SELECT (SELECT COUNT(*) FROM events) AS events, COALESCE((SELECT MIN(id) FROM events), 0) AS first, COALESCE((SELECT MAX(id) FROM events), 0) AS last
            """;
        var found = await database.QueryAsync<SpanRow>(span, null, cancellationToken);
        return new EventSpan(found[0].Events, found[0].First, found[0].Last);
    }

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT id, version, {Bytes} AS document FROM events WHERE id > @after AND id <= @last ORDER BY id LIMIT @limit", new { after, last, limit }, cancellationToken);

    public async Task<EventChangeList> ChangedAsync(DateTimeOffset since, int limit, bool tally, CancellationToken cancellationToken)
    {
        // One statement sees one state of the rows.
        const string changed = "SELECT id, version, changed_at, FALSE AS is_tally FROM events WHERE changed_at >= @since LIMIT @limit";
        const string all = $"""
            SELECT COUNT(*) AS id, CAST(COALESCE(SUM(version), 0) AS BIGINT) AS version, 0 AS changed_at, TRUE AS is_tally FROM events
            UNION ALL SELECT * FROM ({changed}) changed
            """;
        var rows = await database.QueryAsync<ChangeRow>(tally ? all : changed, new { since = since.ToUnixTimeMilliseconds(), limit }, cancellationToken);
        EventTally? sum = null;
        var versions = ImmutableArray.CreateBuilder<EventVersion>(rows.Count);
        foreach (var row in rows)
        {
            if (row.IsTally) sum = new EventTally(row.Id, row.Version);
            else versions.Add(row.ToVersion());
        }

        return new EventChangeList(versions.ToImmutable(), sum);
    }

    public async Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await ReadAsync($"SELECT id, version, {Bytes} AS document FROM events WHERE {Among}", Numbers(ids), cancellationToken);

    public async Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<Row>($"SELECT id, version, changed_at, {Bytes} AS document FROM events WHERE {Among}", Numbers(ids), cancellationToken);
        return [.. rows.Select(row => new StoredDocument(new EventVersion(row.Id, row.Version, row.ChangedAt), row.Document))];
    }

    public async Task<ImmutableArray<EventVersion>> VersionsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<ChangeRow>($"SELECT id, version, changed_at FROM events WHERE {Among}", Numbers(ids), cancellationToken);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(ids, cancellationToken)).Select(row => row.State)];

    private object Numbers(IReadOnlyCollection<long> ids) =>
        _isSqlite ? new { ids = $"[{string.Join(',', ids)}]" } : new { ids = ids.ToArray() };

    private async Task<ImmutableArray<StoredEvent>> ReadAsync(string sql, object args, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<Row>(sql, args, cancellationToken);
        return [.. rows.Select(row => new StoredEvent(row.Version, JsonSerializer.Deserialize(row.Document, EventJson.Stored.EventState)!.WithNumber(row.Id)))];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long ChangedAt { get; init; }

        public long Version { get; init; }

        public byte[] Document { get; init; } = [];
    }

    private sealed class ChangeRow
    {
        public long Id { get; init; }

        public long Version { get; init; }

        public long ChangedAt { get; init; }

        public bool IsTally { get; init; }

        public EventVersion ToVersion() => new(Id, Version, ChangedAt);
    }

    private sealed class SpanRow
    {
        public long Events { get; init; }

        public long First { get; init; }

        public long Last { get; init; }
    }
}
