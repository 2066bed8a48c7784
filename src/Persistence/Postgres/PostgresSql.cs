using Actors.Persistence.Writing;
using NpgsqlTypes;

namespace Actors.Persistence.Postgres;

/// <summary>Builds statements for any number of rows of one action on one table: each parameter is the array of one column. Versioned statements
/// return the keys that they changed.</summary>
internal static class PostgresSql
{
    /// <summary>The id of the current transaction, computed once per statement.</summary>
    private const string Transaction = "(SELECT pg_current_xact_id()::text::bigint)";

    public static string Of(TableShape table, RowAction action) => action switch
    {
        RowAction.Insert => $"INSERT INTO {table.Name} ({Join(RowColumns(table))}) SELECT u.key, u.version + 1, u.document{Each(table, c => $", u.{c}")}{(table.IsSequenced ? $", {Transaction}" : "")} " +
            $"FROM {Arrays(table, action)} ON CONFLICT (key) DO NOTHING RETURNING key",
        RowAction.Update => $"UPDATE {table.Name} AS t SET version = t.version + 1, document = u.document{Each(table, c => $", {c} = u.{c}")}{(table.IsSequenced ? $", {TableShape.CommitId} = {Transaction}" : "")} " +
            $"FROM {Arrays(table, action)} WHERE t.key = u.key AND t.version = u.version RETURNING t.key",
        RowAction.Delete => $"DELETE FROM {table.Name} AS t USING {Arrays(table, action)} WHERE t.key = u.key AND t.version = u.version RETURNING t.key",
        RowAction.Upsert => $"{InsertChild(table)} ON CONFLICT ({Join(table.Keys)}) {OnConflict(table)}",
        RowAction.Enqueue => $"{InsertChild(table)} ON CONFLICT ({Join(table.Keys)}) DO NOTHING",
        RowAction.Remove => $"DELETE FROM {table.Name} AS t USING {Arrays(table, action)} WHERE {string.Join(" AND ", table.Keys.Select(k => $"t.{k} = u.{k}"))}",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static string Read(TableShape table) => $"SELECT version, document FROM {table.Name} WHERE key = $1";

    /// <summary>The columns of the array parameters, in order.</summary>
    public static IReadOnlyList<ColumnShape> Parameters(TableShape table, RowAction action) => action switch
    {
        RowAction.Insert or RowAction.Update => [KeyColumn, VersionColumn, new(TableShape.Document, ColumnType.Text), .. table.Columns],
        RowAction.Delete => [KeyColumn, VersionColumn],
        RowAction.Remove => [.. table.KeyOrdinals.Select(i => table.Columns[i])],
        _ => table.Columns,
    };

    public static NpgsqlDbType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => NpgsqlDbType.Text,
        ColumnType.Integer => NpgsqlDbType.Bigint,
        ColumnType.Real => NpgsqlDbType.Double,
        ColumnType.Boolean => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Bytea,
    };

    private static ColumnShape KeyColumn { get; } = new(TableShape.Key, ColumnType.Text);

    private static ColumnShape VersionColumn { get; } = new(TableShape.Version, ColumnType.Integer);

    private static IEnumerable<string> RowColumns(TableShape table) =>
        [TableShape.Key, TableShape.Version, TableShape.Document, .. table.Columns.Select(c => c.Name), .. table.IsSequenced ? [TableShape.CommitId] : Array.Empty<string>()];

    private static string InsertChild(TableShape table) =>
        $"INSERT INTO {table.Name} ({Join(table.Columns.Select(c => c.Name))}) SELECT {Join(table.Columns.Select(c => $"u.{c.Name}"))} " +
        $"FROM {Arrays(table, RowAction.Upsert)}";

    private static string OnConflict(TableShape table)
    {
        var others = table.Columns.Select(c => c.Name).Except(table.Keys).Select(c => $"{c} = excluded.{c}").ToList();
        return others.Count == 0 ? "DO NOTHING" : $"DO UPDATE SET {Join(others)}";
    }

    private static string Arrays(TableShape table, RowAction action)
    {
        var columns = Parameters(table, action);
        return $"unnest({Join(columns.Select((c, i) => $"${i + 1}::{SqlName(c.Type)}[]"))}) AS u({Join(columns.Select(c => c.Name))})";
    }

    private static string SqlName(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Integer => "bigint",
        ColumnType.Real => "double precision",
        ColumnType.Boolean => "boolean",
        _ => "bytea",
    };

    private static string Each(TableShape table, Func<string, string> text) => string.Concat(table.Columns.Select(c => text(c.Name)));

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
