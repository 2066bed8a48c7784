using Actors.Persistence;

namespace Actors.Web.Idempotency;

/// <summary>The kept answers.</summary>
internal sealed class IdempotencyRows(IRowStore store, IDatabase database)
{
    private const int SweptAtOnce = 1000;

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

    /// <summary>Removes what nobody is answered with any more, in portions that let other writes in between.</summary>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = 0;
        for (var some = SweptAtOnce; some == SweptAtOnce; all += some)
        {
            some = await database.ExecuteAsync(SweepSql, new { now, limit = SweptAtOnce }, cancellationToken);
        }

        return all;
    }
}
