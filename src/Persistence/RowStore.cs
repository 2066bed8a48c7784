using Actors.Persistence.Writing;


namespace Actors.Persistence;

/// <summary>Rows and lists over one database: reads go to it directly, writes through the one batching writer.</summary>
internal sealed class RowStore(IEngine engine, BatchingWriter writer) : IRowStore, IDatabase
{
    /// <summary>Raised after a commit that stored outbox messages.</summary>
    public event Action? MessagesStored;

    public string Provider => engine.Provider;

    public async Task<StoredRow<TState>?> ReadAsync<TState>(RowKind<TState> kind, string key, CancellationToken ct = default)
    {
        if (!RowKeys.IsPossible(key))
        {
            return null;
        }

        try
        {
            return await engine.ReadAsync(kind, key, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public Task CommitAsync(WriteSet set, CancellationToken ct = default) =>
        set.IsEmpty ? Task.CompletedTask : set.HasMessages ? CommitAndTellAsync(set, ct) : writer.CommitAsync(set, ct);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken ct = default)
    {
        try
        {
            return await engine.QueryAsync<T>(engine.Adapt(sql), args, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken ct = default)
    {
        var write = new SqlExecute(engine.Adapt(sql), args);
        await CommitAsync(WriteSet.OfSql(write), ct).ConfigureAwait(false);
        return write.Changed;
    }

    /// <summary>A write that answers rows (RETURNING), through the same writer.</summary>
    public async Task<IReadOnlyList<T>> ReturningAsync<T>(string sql, object? args = null, CancellationToken ct = default)
    {
        var write = new SqlReturning<T>(engine.Adapt(sql), args);
        await CommitAsync(WriteSet.OfSql(write), ct).ConfigureAwait(false);
        return write.Rows;
    }

    public Task PingAsync(CancellationToken ct = default) => QueryAsync<int>("SELECT 1", null, ct);

    private async Task CommitAndTellAsync(WriteSet set, CancellationToken ct)
    {
        await writer.CommitAsync(set, ct).ConfigureAwait(false);
        MessagesStored?.Invoke();
    }
}
