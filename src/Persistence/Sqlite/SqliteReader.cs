using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>A read-only connection with prepared statements. Only one read at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteStatements _statements;

    public SqliteReader(SqliteConnection connection)
    {
        Connection = connection;
        _statements = new SqliteStatements(connection.Handle!);
    }

    public SqliteConnection Connection { get; }

    public StoredRow<T>? ReadRow<T>(RowKind<T> kind, string key)
    {
        var statement = _statements.Read(kind.Shape);
        SqliteBinding.BindText(statement, 1, key);
        try
        {
            return raw.sqlite3_step(statement) switch
            {
                raw.SQLITE_DONE => null,
                raw.SQLITE_ROW => Row(kind, key, statement),
                var code => throw SqliteErrors.Of(Connection.Handle!, code),
            };
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        Connection.Dispose();
    }

    private static StoredRow<T> Row<T>(RowKind<T> kind, string key, sqlite3_stmt statement) => new(
        key,
        raw.sqlite3_column_int64(statement, 0),
        JsonSerializer.Deserialize(raw.sqlite3_column_blob(statement, 1), kind.Json)!);
}
