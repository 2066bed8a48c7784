using System.Data.Common;
using Actors.Persistence.Writing;
using Dapper;

namespace Actors.Persistence.Sqlite;

/// <summary>SQLite: one writing connection on its own thread, and concurrent readers (write-ahead log).</summary>
internal sealed class SqliteEngine(SqliteFile file) : IEngine
{
    private readonly SqliteThread _thread = new();
    private readonly SqliteReaders _readers = new(file);
    private SqliteTransactions? _transactions;

    public string Provider => "sqlite";

    public ValueTask CommitAsync(IReadOnlyList<WriteSet> batch) => _thread.RunAsync(() => Commit(batch));

    public ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken) =>
        _readers.ReadInlineAsync(reader => reader.ReadRow(kind, key), cancellationToken);

    public ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken) =>
        _readers.ReadAsync<IReadOnlyList<T>>(reader => reader.Connection.Query<T>(sql, args).AsList(), cancellationToken);

    public string Adapt(string sql) => sql;

    public ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken)
    {
        var connection = file.OpenWriter();
        return new(connection.BeginTransaction(deferred: false));
    }

    public ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var connection = file.OpenWriter();
        return new(connection.BeginTransaction(deferred: true));
    }

    public Exception Explain(Exception exception) => SqliteErrors.Explain(exception);

    public async ValueTask DisposeAsync()
    {
        await _thread.RunAsync(Close).ConfigureAwait(false);
        _thread.Dispose();
        _readers.Dispose();
    }

    private void Commit(IReadOnlyList<WriteSet> batch)
    {
        _transactions ??= new SqliteTransactions(file.OpenWriter());
        try
        {
            _transactions.Commit(batch);
        }
        catch
        {
            // A failed connection is not reused. The next batch opens a new one.
            Close();
            throw;
        }
    }

    private void Close()
    {
        _transactions?.Dispose();
        _transactions = null;
    }
}
