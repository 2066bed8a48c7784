using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Actors.Persistence.Holding;
using Actors.Persistence.Writing;
using Dapper;

namespace Actors.Persistence.Dump;

/// <summary>Reads and writes the rows of any table.</summary>
internal static class Tables
{
    // Tables about this database itself, which are not part of a dump.
    private static readonly string[] s_excluded = ["schema_history", StoreHold.Table, "commit_sequence"];

    /// <summary>The tables of a dump, ordered by name.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(DbTransaction transaction, string provider, IEnumerable<IOwnTables> own, CancellationToken cancellationToken)
    {
        var sql = provider == "sqlite"
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
        var names = await transaction.Connection!.QueryAsync<string>(new CommandDefinition(sql, null, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. names.Except(own.SelectMany(tables => tables.Names)).Except(s_excluded).Order(StringComparer.Ordinal)];
    }

    public static async Task<bool> AnyAsync(DbTransaction transaction, string table, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<int>(new CommandDefinition($"SELECT 1 FROM {table} LIMIT 1", null, transaction, cancellationToken: cancellationToken))
            .ConfigureAwait(false)).Any();

    /// <summary>Streams a table's rows.</summary>
    public static async IAsyncEnumerable<DumpRow> RowsAsync(DbTransaction transaction, string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = await Command(transaction, $"SELECT * FROM {table}").ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var values = new JsonObject();
            foreach (var (i, name) in Columns(reader)) values[name] = DumpValue.ToJson(reader.GetValue(i));
            yield return new DumpRow(table, values);
        }
    }

    /// <summary>The columns of a dump. The number of a row's commit is about this database: imported rows are old rows of a new history.</summary>
    internal static IEnumerable<(int Ordinal, string Name)> Columns(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(i => (i, reader.GetName(i))).Where(column => column.Item2 != TableShape.CommitId);

    /// <summary>Inserts rows.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<long> ReadAsync(DbTransaction transaction, IAsyncEnumerable<DumpRow> rows, CancellationToken cancellationToken)
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
        // Table and column names come from the database's catalogue, not from users.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
