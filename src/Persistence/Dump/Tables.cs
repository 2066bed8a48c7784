using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Actors.Persistence.Holding;
using Actors.Persistence.Writing;
using Dapper;

namespace Actors.Persistence.Dump;

/// <summary>Rows of any table, read and written without knowing what they mean.</summary>
internal static class Tables
{
    // What is about this database and not about what it holds.
    private static readonly string[] s_own = ["schema_history", StoreHold.Table, "commit_sequence"];

    /// <summary>The tables that are moved, in the order of their names.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(DbTransaction transaction, string provider, IEnumerable<IOwnTables> own, CancellationToken cancellationToken)
    {
        var sql = provider == "sqlite"
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
        var names = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(sql, null, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. names.Except(own.SelectMany(tables => tables.Names)).Except(s_own).Order(StringComparer.Ordinal)];
    }

    public static async Task<bool> AnyAsync(DbTransaction transaction, string table, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<int>(new CommandDefinition($"SELECT 1 FROM {table} LIMIT 1", null, transaction, cancellationToken: cancellationToken))
            .ConfigureAwait(false)).Any();

    /// <summary>A table's rows.</summary>
    public static async IAsyncEnumerable<MovedRow> RowsAsync(DbTransaction transaction, string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = await Command(transaction, $"SELECT * FROM {table}").ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var values = new JsonObject();
            foreach (var (i, name) in Columns(reader)) values[name] = MovedValue.ToJson(reader.GetValue(i));
            yield return new MovedRow(table, values);
        }
    }

    /// <summary>The columns that are moved. The number of a row's commit is about this database: where the row goes to, it is an old row of a new history.</summary>
    internal static IEnumerable<(int Ordinal, string Name)> Columns(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(i => (i, reader.GetName(i))).Where(column => column.Item2 != TableShape.CommitId);

    /// <summary>Inserts rows.</summary>
    /// <returns>How many.</returns>
    public static async Task<long> ReadAsync(DbTransaction transaction, IAsyncEnumerable<MovedRow> rows, CancellationToken cancellationToken)
    {
        var inserts = new Dictionary<string, TableInsert>(StringComparer.Ordinal);
        long count = 0;
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (!inserts.TryGetValue(row.Table, out var insert))
                inserts[row.Table] = insert = await TableInsert.OfAsync(transaction, row.Table, cancellationToken).ConfigureAwait(false);
            await insert.RunAsync(row.Values, cancellationToken).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    internal static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        // Table and column names come from the database's own catalogue.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
