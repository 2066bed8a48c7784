using System.Diagnostics;
using System.Text.Json;
using Actors.Persistence.Sqlite;
using SQLitePCL;

namespace Actors.Benchmarks.Storage;

/// <summary>The baseline for SQLite: one thread, one prepared upsert, transactions of 32 rows with bytes prepared beforehand.</summary>
internal static class RawSqlite
{
    private const string Upsert = """
        INSERT INTO bench_raw (key, version, document, pages) VALUES (?1, 1, ?2, ?3)
        ON CONFLICT (key) DO UPDATE SET version = version + 1, document = excluded.document, pages = excluded.pages
        """;

    public static double RowsPerSecond(string path, Load load)
    {
        using var connection = new SqliteFile(path).OpenWriter();
        var db = connection.Handle!;
        raw.sqlite3_prepare_v2(db, Upsert, out var upsert);
        raw.sqlite3_prepare_v2(db, "BEGIN IMMEDIATE", out var begin);
        raw.sqlite3_prepare_v2(db, "COMMIT", out var commit);
        var documents = load.Books.Select(book => JsonSerializer.SerializeToUtf8Bytes(book, Book.OfStore.Json)).ToArray();
        var clock = Stopwatch.StartNew();
        var rows = 0;
        while (clock.Elapsed < Load.Turn)
        {
            Step(db, begin);
            for (var i = 0; i < Load.Callers; i++, rows++)
            {
                var number = rows % documents.Length;
                raw.sqlite3_bind_text(upsert, 1, load.Keys[number]);
                raw.sqlite3_bind_text(upsert, 2, documents[number]);
                raw.sqlite3_bind_int64(upsert, 3, number);
                Step(db, upsert);
            }

            Step(db, commit);
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    private static void Step(sqlite3 db, sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
        {
            throw SqliteErrors.Of(db, code);
        }

        raw.sqlite3_reset(statement);
    }
}
