using System.Diagnostics;
using Actors.Persistence.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Actors.Benchmarks.Catalog;

/// <summary>The baseline for imports: one thread, one prepared insert, the same rows and indices, transactions of 100.</summary>
internal static class RawEvents
{
    private const int Transaction = 100;
    private const int Rows = 20_000;

    /// <summary>Copies rows of one file to a new one repeatedly with other keys.</summary>
    public static double RowsPerSecond(SqliteFile from, string to, TimeSpan duration)
    {
        using var source = from.OpenReader();
        var rows = source.Query($"SELECT * FROM events LIMIT {Rows}").Cast<IDictionary<string, object?>>().Select(row => row.ToArray()).ToArray();
        using var target = new SqliteFile(to).OpenWriter();
        foreach (var sql in source.Query<string>("SELECT sql FROM sqlite_master WHERE tbl_name = 'events' AND sql IS NOT NULL")) target.Execute(sql);
        using var insert = Insert(target, [.. rows[0].Select(column => column.Key)]);
        var clock = Stopwatch.StartNew();
        var done = 0;
        while (clock.Elapsed < duration)
        {
            using var transaction = target.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < Transaction; i++) Write(insert, rows[done % rows.Length], ++done);
            transaction.Commit();
        }

        return done / clock.Elapsed.TotalSeconds;
    }

    private static SqliteCommand Insert(SqliteConnection target, string[] columns)
    {
        var insert = target.CreateCommand();
        insert.CommandText = $"INSERT INTO events ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        foreach (var column in columns) insert.Parameters.Add(new SqliteParameter("@" + column, null));
        insert.Prepare();
        return insert;
    }

    private static void Write(SqliteCommand insert, KeyValuePair<string, object?>[] row, int number)
    {
        for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i].Value ?? DBNull.Value;
        insert.Parameters["@key"].Value = $"{(uint)number * 2654435761:x8}{number:x24}";
        insert.Parameters["@id"].Value = number;
        insert.ExecuteNonQuery();
    }
}
