using System.Data.Common;

namespace Actors.Persistence.Writing;

/// <summary>What differs between databases: how one batch becomes one transaction, how a row is read, what an error means.</summary>
internal interface IEngine : IAsyncDisposable
{
    string Provider { get; }

    /// <summary>Stores a batch in one transaction, in its order. A set that may not be stored is refused
    /// (<see cref="WriteSet.Refuse"/>) and leaves no trace; all others are durable when this returns. When it throws,
    /// nothing was stored. Called by one caller at a time.</summary>
    ValueTask CommitAsync(IReadOnlyList<WriteSet> batch);

    ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken);

    /// <summary>A statement of the common subset as this database takes it.</summary>
    string Adapt(string sql);

    /// <summary>A connection of its own for the schema, inside a transaction that no second starter can be in. Its statements wait for
    /// tables only briefly (<see cref="Migrations.ScriptRetry"/> retries).</summary>
    ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken);

    /// <summary>A connection of its own, inside a transaction that sees the database as it is at its first statement. It holds up no reader and no writer.</summary>
    ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>What a driver's exception means to callers.</summary>
    Exception Explain(Exception exception);
}
