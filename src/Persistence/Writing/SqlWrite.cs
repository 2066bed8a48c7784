using System.Data.Common;
using Dapper;

namespace Actors.Persistence.Writing;

/// <summary>A plain SQL statement that goes through the writer, with its result.</summary>
internal abstract class SqlWrite(string sql, object? args)
{
    protected string Sql => sql;

    protected object? Args => args;

    public abstract Task RunAsync(DbConnection connection, DbTransaction? transaction);
}

/// <summary>A statement whose result is the number of changed rows.</summary>
internal sealed class SqlExecute(string sql, object? args) : SqlWrite(sql, args)
{
    public int Changed { get; private set; }

    public override async Task RunAsync(DbConnection connection, DbTransaction? transaction) =>
        Changed = await connection.ExecuteAsync(Sql, Args, transaction).ConfigureAwait(false);
}

/// <summary>A statement with RETURNING.</summary>
internal sealed class SqlReturning<T>(string sql, object? args) : SqlWrite(sql, args)
{
    public IReadOnlyList<T> Rows { get; private set; } = [];

    public override async Task RunAsync(DbConnection connection, DbTransaction? transaction) =>
        Rows = (await connection.QueryAsync<T>(Sql, Args, transaction).ConfigureAwait(false)).AsList();
}
