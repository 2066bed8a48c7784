using Actors.Persistence.Writing;

namespace Actors.Persistence;

/// <summary>Row store and queries on one database: reads are direct, writes go through the batching writer.</summary>
internal sealed class RowStore(IEngine engine, BatchingWriter writer) : IRowStore, IDatabase
{
    /// <summary>Raised after a commit with outbox messages, and when a held store is released.</summary>
    public event Action? MessagesStored;

    public string Provider => engine.Provider;

    public async Task<StoredRow<TState>?> ReadAsync<TState>(RowKind<TState> kind, string key, CancellationToken cancellationToken = default)
    {
        if (!RowKeys.IsPossible(key))
        {
            return null;
        }

        try
        {
            return await engine.ReadAsync(kind, key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public Task CommitAsync(WriteSet set, CancellationToken cancellationToken = default) =>
        set.IsEmpty ? Task.CompletedTask : set.HasMessages ? CommitMessagesAsync(set, cancellationToken) : writer.CommitAsync(set, cancellationToken);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await engine.QueryAsync<T>(engine.Adapt(sql), args, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancellationToken = default)
    {
        var write = new SqlExecute(engine.Adapt(sql), args);
        await CommitAsync(WriteSet.OfSql(write), cancellationToken).ConfigureAwait(false);
        return write.Changed;
    }

    /// <summary>Runs a write that returns rows (RETURNING), through the batching writer.</summary>
    public async Task<IReadOnlyList<T>> ReturningAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default)
    {
        var write = new SqlReturning<T>(engine.Adapt(sql), args);
        await CommitAsync(WriteSet.OfSql(write), cancellationToken).ConfigureAwait(false);
        return write.Rows;
    }

    /// <summary>Wakes the outbox after a release.</summary>
    public void WakeOutbox() => MessagesStored?.Invoke();

    public Task PingAsync(CancellationToken cancellationToken = default) => QueryAsync<int>("SELECT 1", null, cancellationToken);

    private async Task CommitMessagesAsync(WriteSet set, CancellationToken cancellationToken)
    {
        await writer.CommitAsync(set, cancellationToken).ConfigureAwait(false);
        MessagesStored?.Invoke();
    }
}
