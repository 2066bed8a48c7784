using System.Data.Common;

namespace Actors.Persistence.Writing;

/// <summary>The differences between databases: how a batch is stored in one transaction, how rows are read, what an exception means.</summary>
internal interface IEngine : IAsyncDisposable
{
    string Provider { get; }

    /// <summary>Stores a batch in one transaction, in its order. A set that cannot be stored is refused (<see cref="WriteSet.Refuse"/>) and rolled
    /// back alone; all others are durable when this returns. If it throws, nothing was stored. Only one caller at a time.</summary>
    ValueTask CommitAsync(IReadOnlyList<WriteSet> batch);

    ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken);

    /// <summary>Translates a statement of the common SQL subset to this database.</summary>
    string Adapt(string sql);

    /// <summary>Opens a connection and a transaction for schema changes. Only one process can be in such a transaction. Its statements wait only
    /// briefly for tables (<see cref="Migrations.ScriptRetry"/> repeats them).</summary>
    ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection and a transaction that sees the database as of its first statement. It blocks neither readers nor writers.</summary>
    ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Translates an exception of the driver for callers.</summary>
    Exception Explain(Exception exception);
}
