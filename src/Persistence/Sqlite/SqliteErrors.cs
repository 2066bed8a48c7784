using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>Translates SQLite's result codes.</summary>
internal static class SqliteErrors
{
    /// <summary>True if only the value is wrong, so that the other sets of the batch can be stored.</summary>
    public static bool IsRefusal(SqliteException e) => e.SqliteErrorCode is
        raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE or raw.SQLITE_ERROR;

    public static Exception Explain(Exception exception) => exception switch
    {
        SqliteException e when IsRefusal(e) => new RowRefusedException($"SQLite refused a row: {e.Message}", e),
        SqliteException e => new StoreUnavailableException($"SQLite cannot be used: {Reason(e)}", e),
        IOException or UnauthorizedAccessException => new StoreUnavailableException($"SQLite cannot be used: {exception.Message}", exception),
        _ => exception,
    };

    public static SqliteException Of(sqlite3 db, int code) =>
        new(raw.sqlite3_errmsg(db).utf8_to_string(), code & 0xff, raw.sqlite3_extended_errcode(db));

    private static string Reason(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY => "the file is read-only",
        raw.SQLITE_IOERR => $"input/output error ({e.SqliteExtendedErrorCode})",
        raw.SQLITE_CANTOPEN => "the file cannot be opened",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the file",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the file is damaged",
        _ => e.Message,
    };
}
