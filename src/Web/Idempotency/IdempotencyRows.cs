using Actors.Persistence;

namespace Actors.Web.Idempotency;

/// <summary>Reads and writes stored responses.</summary>
internal sealed class IdempotencyRows(IRowStore store, IDatabase database)
{
    private const int SweepBatch = 1000;

    private const string SweepSql =
        "DELETE FROM idempotency_answers WHERE key IN (SELECT key FROM idempotency_answers WHERE expires_at <= @now LIMIT @limit)";

    private static readonly ChildKind<IdempotencyRow> s_kind = new("idempotency_answers", ["key"],
        new("key", ColumnType.Text, row => row.Key),
        new("fingerprint", ColumnType.Text, row => row.Fingerprint),
        new("status", ColumnType.Integer, row => row.Status),
        new("content_type", ColumnType.Text, row => row.ContentType),
        new("headers", ColumnType.Text, row => row.Headers),
        new("body", ColumnType.Bytes, row => row.Body),
        new("expires_at", ColumnType.Integer, row => row.ExpiresAt));

    public async Task<IdempotencyRow?> ReadAsync(string key, CancellationToken cancellationToken) =>
        (await database.QueryAsync<IdempotencyRow>("SELECT * FROM idempotency_answers WHERE key = @key", new { key }, cancellationToken)).SingleOrDefault();

    public Task WriteAsync(IdempotencyRow row) => store.CommitAsync(new WriteSet().Upsert(s_kind, row));

    /// <summary>Deletes expired rows in batches, so that other writes are not delayed.</summary>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = 0;
        for (var deleted = SweepBatch; deleted == SweepBatch; all += deleted)
        {
            deleted = await database.ExecuteAsync(SweepSql, new { now, limit = SweepBatch }, cancellationToken);
        }

        return all;
    }
}
