using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Persistence;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Reads table <c>events</c> for the snapshot. Documents are read as bytes, because a string would be decoded and encoded once more.</summary>
internal sealed class SnapshotRows(IDatabase database) : ISnapshotRows
{
    private readonly bool _isSqlite = database.Provider == "sqlite";

    private string DocumentBytes => _isSqlite ? "CAST(document AS BLOB)" : "convert_to(document, 'UTF8')";

    // One parameter, because SQLite is slow with a thousand of them.
    private string HasId => _isSqlite ? "id IN (SELECT value FROM json_each(@ids))" : "id IN @ids";

    public async Task<IdRange> RangeAsync(CancellationToken cancellationToken)
    {
        const string span = """
            SELECT (SELECT COUNT(*) FROM events) AS events, COALESCE((SELECT MIN(id) FROM events), 0) AS first, COALESCE((SELECT MAX(id) FROM events), 0) AS last
            """;
        var found = await database.QueryAsync<SpanRow>(span, null, cancellationToken);
        return new IdRange(found[0].Events, found[0].First, found[0].Last);
    }

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT id, version, commit_id, {DocumentBytes} AS document FROM events WHERE id > @after AND id <= @last ORDER BY id LIMIT @limit", new { after, last, limit }, cancellationToken);

    public Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken) =>
        database.ChangesAsync("events", since, limit, cancellationToken);

    public async Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await ReadAsync($"SELECT id, version, commit_id, {DocumentBytes} AS document FROM events WHERE {HasId}", Numbers(ids), cancellationToken);

    public async Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<Row>($"SELECT id, version, {DocumentBytes} AS document FROM events WHERE {HasId}", Numbers(ids), cancellationToken);
        return [.. rows.Select(row => new StoredDocument(new RowVersion(row.Id, row.Version), row.Document))];
    }

    public async Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(ids, cancellationToken)).Select(row => row.State)];

    private object Numbers(IReadOnlyCollection<long> ids) =>
        _isSqlite ? new { ids = $"[{string.Join(',', ids)}]" } : new { ids = ids.ToArray() };

    private async Task<ImmutableArray<StoredEvent>> ReadAsync(string sql, object args, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<Row>(sql, args, cancellationToken);
        return [.. rows.Select(row => new StoredEvent(row.Version, row.CommitId, JsonSerializer.Deserialize(row.Document, EventJson.Stored.EventState)!.WithNumber(row.Id)))];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long Version { get; init; }

        public long CommitId { get; init; }

        public byte[] Document { get; init; } = [];
    }

    private sealed class SpanRow
    {
        public long Events { get; init; }

        public long First { get; init; }

        public long Last { get; init; }
    }
}
