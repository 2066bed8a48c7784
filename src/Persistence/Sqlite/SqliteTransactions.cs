using Actors.Persistence.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>Stores one batch in one transaction. A set of several writes runs in a savepoint, so that it can be rolled back alone.</summary>
internal sealed class SqliteTransactions : IDisposable
{
    private readonly SqliteConnection _connection;
    // In the transaction of the batch, so a rolled back batch uses no number.
    private const string NextCommit = "UPDATE commit_sequence SET last = last + 1 RETURNING last";

    private readonly SqliteStatements _statements;
    private long _commit;

    public SqliteTransactions(SqliteConnection connection)
    {
        _connection = connection;
        _statements = new SqliteStatements(connection.Handle!);
    }

    public void Commit(IReadOnlyList<WriteSet> batch)
    {
        _statements.Run("BEGIN IMMEDIATE");
        try
        {
            _commit = batch.Any(set => set.Rows.Any(write => write.IsSequenced)) ? _statements.Number(NextCommit) : 0;
            foreach (var set in batch)
            {
                Store(set);
            }

            _statements.Run("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Store(WriteSet set)
    {
        set.Refuse(null);
        if (set.Sql is null && set.Rows.Count == 1)
        {
            Apply(set);
            return;
        }

        _statements.Run("SAVEPOINT one");
        Apply(set);
        if (set.IsRefused)
        {
            _statements.Run("ROLLBACK TO one");
        }

        _statements.Run("RELEASE one");
    }

    private void Apply(WriteSet set)
    {
        try
        {
            ApplyRows(set);

            // SQLite's driver completes synchronously, so this does not block.
            set.Sql?.RunAsync(_connection, null).GetAwaiter().GetResult();
        }
        catch (SqliteException exception) when (SqliteErrors.IsRefusal(exception))
        {
            set.Refuse(SqliteErrors.Explain(exception));
        }
    }

    private void ApplyRows(WriteSet set)
    {
        foreach (var write in set.Rows)
        {
            if (!_statements.Apply(write, _commit) && write.IsVersioned)
            {
                set.Refuse(StaleWrite.Exception(write));
                return;
            }
        }
    }

    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _statements.Run("ROLLBACK");
        }
    }
}
