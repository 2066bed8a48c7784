using Actors.Persistence.Holding;

namespace Actors.Persistence.Outbox;

/// <summary>Reads and writes the outbox table.</summary>
/// <param name="store">The database.</param>
/// <param name="when">An SQL condition for claims: while the store is held, no messages are claimed.</param>
internal sealed class OutboxRows(RowStore store, string when = StoreHold.IsReleased)
{
    private const int MaxErrorLength = 500;

    // not_before is checked again in the outer condition, so that only one of two concurrent claims succeeds.
    private readonly string _claimSql = $"""
        UPDATE outbox SET not_before = @until, attempts = attempts + 1
        WHERE id IN (SELECT id FROM outbox WHERE done_at IS NULL AND not_before <= @now AND topic = @topic ORDER BY not_before LIMIT @limit)
          AND done_at IS NULL AND not_before <= @now AND {when}
        RETURNING id, topic, document, not_before, attempts
        """;

    private const string FailSql = "UPDATE outbox SET not_before = @next, last_error = @error WHERE id = @id AND done_at IS NULL";

    /// <summary>Claims due messages of a topic until <paramref name="until"/>.</summary>
    public Task<IReadOnlyList<DueMessage>> ClaimAsync(string topic, int limit, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        store.ReturningAsync<DueMessage>(_claimSql, new { topic, limit, now, until }, cancellationToken);

    public Task DoneAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.ExecuteAsync("UPDATE outbox SET done_at = @now, last_error = NULL WHERE id = @id", new { id, now }, cancellationToken);

    public Task FailedAsync(string id, string error, DateTimeOffset next, CancellationToken cancellationToken) =>
        store.ExecuteAsync(FailSql, new { id, error = error.Length > MaxErrorLength ? error[..MaxErrorLength] : error, next }, cancellationToken);

    public Task<int> DeleteDoneAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken) =>
        store.ExecuteAsync("DELETE FROM outbox WHERE done_at < @doneBefore", new { doneBefore }, cancellationToken);

    /// <summary>The time at which the next message of a topic is due; null if none waits or the store is held.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string topic, CancellationToken cancellationToken)
    {
        var sql = $"SELECT not_before FROM outbox WHERE done_at IS NULL AND topic = @topic AND {when} ORDER BY not_before LIMIT 1";
        var found = await store.QueryAsync<long>(sql, new { topic }, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(found[0]);
    }
}
