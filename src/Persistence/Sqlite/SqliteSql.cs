using Actors.Persistence.Writing;

namespace Actors.Persistence.Sqlite;

/// <summary>
/// Builds the statement of one action on one table. Rows: ?1 key, ?2 version, ?3 document, then the columns, then the commit number of sequenced rows.
/// Child rows: the columns from ?1.
/// </summary>
internal static class SqliteSql
{
    private const int FirstRowColumn = 4;

    public static string Of(TableShape table, RowAction action) => action switch
    {
        RowAction.Insert => Insert(table),
        RowAction.Update => $"UPDATE {table.Name} SET version = version + 1, document = ?3{Assignments(Columns(table))} WHERE key = ?1 AND version = ?2",
        RowAction.Delete => $"DELETE FROM {table.Name} WHERE key = ?1 AND version = ?2",
        RowAction.Upsert => $"{InsertChild(table)} ON CONFLICT ({Join(table.Keys)}) {OnConflict(table)}",
        RowAction.Enqueue => $"{InsertChild(table)} ON CONFLICT ({Join(table.Keys)}) DO NOTHING",
        RowAction.Remove => $"DELETE FROM {table.Name} WHERE {string.Join(" AND ", table.Keys.Select((key, i) => $"{key} = ?{i + 1}"))}",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static string Read(TableShape table) => $"SELECT version, document FROM {table.Name} WHERE key = ?1";

    private static string Insert(TableShape table) =>
        $"INSERT INTO {table.Name} (key, version, document{string.Concat(Columns(table).Select(c => $", {c}"))}) " +
        $"VALUES (?1, ?2 + 1, ?3{string.Concat(Columns(table).Select((_, i) => $", ?{FirstRowColumn + i}"))}) ON CONFLICT (key) DO NOTHING";

    private static IEnumerable<string> Columns(TableShape table) =>
        table.Columns.Select(c => c.Name).Concat(table.IsSequenced ? [TableShape.CommitId] : []);

    private static string Assignments(IEnumerable<string> columns) =>
        string.Concat(columns.Select((column, i) => $", {column} = ?{FirstRowColumn + i}"));

    private static string InsertChild(TableShape table) =>
        $"INSERT INTO {table.Name} ({Join(table.Columns.Select(c => c.Name))}) VALUES ({Join(table.Columns.Select((_, i) => $"?{i + 1}"))})";

    private static string OnConflict(TableShape table)
    {
        var others = table.Columns.Select(c => c.Name).Except(table.Keys).Select(c => $"{c} = excluded.{c}").ToList();
        return others.Count == 0 ? "DO NOTHING" : $"DO UPDATE SET {Join(others)}";
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
