using Actors.Persistence.Writing;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>The prepared statements of one connection.</summary>
internal sealed class SqliteStatements(sqlite3 db) : IDisposable
{
    private readonly Dictionary<(TableShape, RowAction), sqlite3_stmt> _writes = [];
    private readonly Dictionary<TableShape, sqlite3_stmt> _reads = [];
    private readonly Dictionary<string, sqlite3_stmt> _plain = [];

    /// <summary>Executes one write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="commit">The number of the commit, for sequenced rows.</param>
    /// <returns>True if it changed a row.</returns>
    public bool Apply(RowWrite write, long commit)
    {
        if (!_writes.TryGetValue((write.Table, write.Action), out var statement))
        {
            statement = _writes[(write.Table, write.Action)] = Prepare(SqliteSql.Of(write.Table, write.Action));
        }

        BindWrite(statement, write, commit);
        Step(statement);
        return raw.sqlite3_changes(db) > 0;
    }

    /// <summary>Runs a statement without parameters, such as BEGIN.</summary>
    public void Run(string sql) => Step(Plain(sql));

    /// <summary>Runs a statement without parameters that returns one number.</summary>
    public long Number(string sql)
    {
        var number = 0L;
        Step(Plain(sql), statement => number = raw.sqlite3_column_int64(statement, 0));
        return number;
    }

    /// <summary>The statement that reads one row by ?1. The caller must step and reset it.</summary>
    public sqlite3_stmt Read(TableShape table)
    {
        if (!_reads.TryGetValue(table, out var statement))
        {
            statement = _reads[table] = Prepare(SqliteSql.Read(table));
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _writes.Values.Concat(_reads.Values).Concat(_plain.Values))
        {
            statement.Dispose();
        }
    }

    private static void BindWrite(sqlite3_stmt statement, RowWrite write, long commit)
    {
        if (write.Action == RowAction.Remove)
        {
            for (var i = 0; i < write.Table.KeyOrdinals.Count; i++)
            {
                SqliteBinding.Bind(statement, i + 1, write.Values[write.Table.KeyOrdinals[i]]);
            }

            return;
        }

        var first = write.IsVersioned ? BindRow(statement, write) : 1;
        for (var i = 0; i < write.Values.Length; i++)
        {
            SqliteBinding.Bind(statement, first + i, write.Values[i]);
        }

        if (write.IsSequenced)
        {
            raw.sqlite3_bind_int64(statement, first + write.Values.Length, commit);
        }
    }

    private static int BindRow(sqlite3_stmt statement, RowWrite write)
    {
        SqliteBinding.BindText(statement, 1, write.Key);
        raw.sqlite3_bind_int64(statement, 2, write.Version);
        if (write.Action != RowAction.Delete)
        {
            raw.sqlite3_bind_text(statement, 3, write.Document);
        }

        return 4;
    }

    private sqlite3_stmt Plain(string sql) => _plain.TryGetValue(sql, out var statement) ? statement : _plain[sql] = Prepare(sql);

    private void Step(sqlite3_stmt statement, Action<sqlite3_stmt>? read = null)
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) read?.Invoke(statement);
        var failure = code is raw.SQLITE_DONE or raw.SQLITE_ROW ? null : SqliteErrors.Of(db, code);
        raw.sqlite3_reset(statement);
        if (failure is not null)
        {
            throw failure;
        }
    }

    private sqlite3_stmt Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        return code == raw.SQLITE_OK ? statement : throw SqliteErrors.Of(db, code);
    }
}
